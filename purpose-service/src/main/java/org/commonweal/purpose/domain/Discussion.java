package org.commonweal.purpose.domain;

import java.time.Instant;

/** The decision about bringing a proposal before the members, to be talked about before a vote. */
public sealed interface Discussion {

    /**
     * @param staleAt when it is over if it came to no ballot
     */
    record Begun(Wish wish, Instant since, Instant staleAt, long rulebook) implements Discussion {}

    /** The same command was carried out before. */
    record Repeated() implements Discussion {}

    record Refused(Opening.Refused why) implements Discussion {}

    /** It is not for the member to say, or not now. */
    record NotTaken(Speaking.Refusal why) implements Discussion {}

    /** What is still incomplete can be talked about, and beside a ballot on the same. */
    static Discussion decide(Wish wish, Circumstances known) {
        return switch (Moving.of(wish, known.withoutBallots(), known.now())) {
            case Moving.Moved _,
                    Moving.Not(Opening.Incomplete _),
                    Moving.Not(Opening.GatesUnmet _) -> {
                var rulebook = known.rulebook();
                var staleAt = known.now().plus(rulebook.bounds().staleAfter());
                yield new Begun(wish, known.now(), staleAt, rulebook.version());
            }
            case Moving.Not(var why) -> new Refused(why);
        };
    }

    /** Who brought it up says it in other words, from the text that they have read. */
    static Discussion amend(
            Wish wish, Circumstances known, Speaking.Talk talk, PersonId by, int textRead) {
        return switch (Speaking.withdraw(talk, by)) {
            case Speaking.Refused(var why) -> new NotTaken(why);
            case Speaking.Spoken _, Speaking.Repeated _ ->
                    textRead == talk.text()
                            ? decide(wish, known)
                            : new NotTaken(Speaking.Refusal.TEXT_CHANGED);
        };
    }
}
