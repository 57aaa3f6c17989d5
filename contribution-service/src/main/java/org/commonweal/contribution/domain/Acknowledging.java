package org.commonweal.contribution.domain;

/** What an acknowledgement does. */
public sealed interface Acknowledging {

    /** It is the first one: the clock stops, and nobody is asked any more. */
    record Stops(Contribution.Acknowledged contribution) implements Acknowledging {}

    /** It joins those that stand. */
    record Joins() implements Acknowledging {}

    record Refused(AnswerRefusal reason) implements Acknowledging {}
}
