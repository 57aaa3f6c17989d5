package org.commonweal.purpose.domain;

/**
 * What becomes of an open ballot when a firm of its electorate goes on as another one (claim A18):
 * the two have one vote, or their persons weigh together what the rule lets those of one firm.
 */
public sealed interface Merging {

    /** Nothing: one of the two has no vote there, or what was signed cannot be taken back. */
    record AsBefore() implements Merging {}

    /** One of the two is no elector any more, and a vote that it cast is taken off. */
    record StepsOut(boolean from) implements Merging {}

    /** Their persons are those of one firm; each weighs so much from now on. */
    record Weighs(int weight) implements Merging {}

    /** Their persons are those of one firm, and each weighs what it did. */
    record WeighsAsBefore() implements Merging {}

    /**
     * Where firms vote. The firm that goes on as the other has no vote of its own any more; only
     * where its voting paper is signed, and the other's is not, that paper is the vote of both.
     */
    static Merging firms(Vote from, Vote into) {
        if (!from.elector() || !into.elector()) {
            return new AsBefore();
        }
        if (!from.paper()) {
            return new StepsOut(true);
        }
        return into.paper() ? new AsBefore() : new StepsOut(false);
    }

    /**
     * Where persons vote, each of them goes on to have one vote. Those of one weight hide each
     * other on an anonymous ballot, and papers of another could not be told apart from theirs.
     *
     * @param people of both, as they were at the opening
     */
    static Merging persons(Rule rule, int people, boolean anonymous) {
        return rule.votesPerFirmMax() == null || anonymous
                ? new WeighsAsBefore()
                : new Weighs(Electorate.weight(people, Electorate.bound(rule.votesPerFirmMax())));
    }

    /**
     * One firm's vote on a ballot.
     *
     * @param elector whether the firm is one, and has not left
     * @param paper whether its voting paper was signed
     */
    record Vote(boolean elector, boolean paper) {}
}
