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

    /** What is still incomplete can be talked about, and beside a ballot on the same. */
    static Discussion decide(Wish wish, Circumstances known) {
        return switch (Moving.of(wish, known.withoutBallots(), known.now())) {
            case Moving.Moved _, Moving.Not(Opening.Incomplete _) -> {
                var rulebook = known.rulebook();
                var staleAt = known.now().plus(rulebook.bounds().staleAfter());
                yield new Begun(wish, known.now(), staleAt, rulebook.version());
            }
            case Moving.Not(var why) -> new Refused(why);
        };
    }
}
