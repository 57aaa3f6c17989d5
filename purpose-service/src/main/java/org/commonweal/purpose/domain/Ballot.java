package org.commonweal.purpose.domain;

import java.time.Instant;

/** A ballot as it opens; from then on its motion, rule and electorate are frozen. */
public record Ballot(
        ProposalId id,
        Motion motion,
        Instant opensAt,
        Instant closesAt,
        Rulebook rulebook,
        Electorate electorate,
        Secrecy secrecy) {

    /** By which it is decided. */
    public Rule rule() {
        return rulebook.rule(motion.matter());
    }

    Ballot keeping(Secrecy kept) {
        return new Ballot(id, motion, opensAt, closesAt, rulebook, electorate, kept);
    }
}
