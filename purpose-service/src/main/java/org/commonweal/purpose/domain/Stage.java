package org.commonweal.purpose.domain;

import java.util.Optional;

/** How far an alliance has come from knowing each other to working for one purpose (claim A9). */
public enum Stage {
    /** People know of each other; this is how every alliance begins. */
    NETWORK,
    /** Firms write down what they could be for. */
    FORMING,
    /** They have ratified it, and answer each other across firms. */
    COMMUNITY,
    /** What they aim at is measured, and they have made the rules their own. */
    MATURE,
    /** Over, by a decision that says what came of it. */
    CLOSED;

    /** Where the way leads on from here, one step at a time; an end is no step. */
    public Optional<Stage> next() {
        return switch (this) {
            case NETWORK -> Optional.of(FORMING);
            case FORMING -> Optional.of(COMMUNITY);
            case COMMUNITY -> Optional.of(MATURE);
            case MATURE, CLOSED -> Optional.empty();
        };
    }
}
