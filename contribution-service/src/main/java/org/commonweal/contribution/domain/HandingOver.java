package org.commonweal.contribution.domain;

import java.util.Optional;

/**
 * Who is asked to answer names somebody else to be asked: by the rule that chose the first,
 * somebody of another firm than the author's (claim C8).
 *
 * @param author of a contribution that waits for an answer; absent when it does not
 * @param asked whether it is asked of who hands over
 * @param named somebody else who can be asked at all, if they are
 * @param namedAsked whether it is asked of them already
 */
public record HandingOver(
        Optional<Member> author, boolean asked, Optional<Member> named, boolean namedAsked) {

    public Ruling rule() {
        if (author.isEmpty()) {
            return new Ruling.Refused(Refusal.ANSWERED);
        }
        if (!asked) {
            return new Ruling.Refused(Refusal.NOT_ASKED);
        }
        if (named.isEmpty()) {
            return new Ruling.Refused(Refusal.NOBODY);
        }
        if (!named.get().isIndependentOf(author.get())) {
            return new Ruling.Refused(Refusal.OWN_FIRM);
        }
        return namedAsked
                ? new Ruling.Refused(Refusal.ASKED_ALREADY)
                : new Ruling.Passes(named.get());
    }

    /** What becomes of it. */
    public sealed interface Ruling {
        record Passes(Member to) implements Ruling {}

        record Refused(Refusal reason) implements Ruling {}
    }

    /** Why it is not handed over. */
    public enum Refusal {
        ANSWERED,
        NOT_ASKED,
        NOBODY,
        OWN_FIRM,
        ASKED_ALREADY
    }
}
