package org.commonweal.contribution.domain;

/**
 * Something given, and whether it has been answered. Time alone moves it from {@link Stage} to
 * stage and never out of {@link Open}: a terminal state holds the named person of another firm who
 * answered.
 */
public sealed interface Contribution {

    /** How far the clock of an unanswered contribution has come. */
    enum Stage {
        WAITING,
        REMINDED,
        ESCALATED
    }

    /** Live, and waiting for a human answer. */
    record Open(Member author, Stage stage) implements Contribution {

        public static Open submittedBy(Member author) {
            return new Open(author, Stage.WAITING);
        }

        /** Half of the time has passed. */
        public Open remind() {
            return stage == Stage.WAITING ? new Open(author, Stage.REMINDED) : this;
        }

        /** The time is over. */
        public Open escalate() {
            return new Open(author, Stage.ESCALATED);
        }
    }

    /** At least one acknowledgement of another firm stands; more may join it. */
    record Acknowledged(Member author, Member answeredBy) implements Contribution {
        public Acknowledged {
            requireAnotherFirm(author, answeredBy);
        }
    }

    /** A person of another firm declined it and said why. */
    record Declined(Member author, Member answeredBy, Reason reason) implements Contribution {
        public Declined {
            requireAnotherFirm(author, answeredBy);
        }
    }

    /** Known from imported history: its answers stand in the past, nothing follows. */
    record Historical() implements Contribution {}

    /**
     * What {@code by} acknowledging this would be.
     *
     * @param before true when an acknowledgement of the same person stands already
     */
    default Acknowledging acknowledge(Member by, boolean before) {
        return switch (this) {
            case Open(var author, _) ->
                    by.isIndependentOf(author)
                            ? new Acknowledging.Stops(new Acknowledged(author, by))
                            : new Acknowledging.Refused(AnswerRefusal.OWN_FIRM);
            case Acknowledged(var author, _) when !by.isIndependentOf(author) ->
                    new Acknowledging.Refused(AnswerRefusal.OWN_FIRM);
            case Acknowledged _ ->
                    before
                            ? new Acknowledging.Refused(AnswerRefusal.BY_YOU_ALREADY)
                            : new Acknowledging.Joins();
            case Declined _ -> new Acknowledging.Refused(AnswerRefusal.ALREADY_DECLINED);
            case Historical _ -> new Acknowledging.Refused(AnswerRefusal.HISTORICAL);
        };
    }

    /** What {@code by} declining this would be. */
    default Declining decline(Member by, String reason) {
        return switch (this) {
            case Open(var author, _) when by.isIndependentOf(author) ->
                    Reason.isOne(reason)
                            ? new Declining.Declines(new Declined(author, by, Reason.of(reason)))
                            : new Declining.Refused(AnswerRefusal.REASON_MISSING);
            case Open _ -> new Declining.Refused(AnswerRefusal.OWN_FIRM);
            case Acknowledged _ -> new Declining.Refused(AnswerRefusal.ALREADY_ACKNOWLEDGED);
            case Declined _ -> new Declining.Refused(AnswerRefusal.ALREADY_DECLINED);
            case Historical _ -> new Declining.Refused(AnswerRefusal.HISTORICAL);
        };
    }

    private static void requireAnotherFirm(Member author, Member answeredBy) {
        if (!answeredBy.isOfAnotherFirmThan(author)) {
            throw new IllegalArgumentException("an answer comes from another firm: " + answeredBy);
        }
    }
}
