package org.commonweal.contribution.domain;

/** What a refusal does. */
public sealed interface Declining {

    /** It is the answer: the clock stops, and nobody is asked any more. */
    record Declines(Contribution.Declined contribution) implements Declining {}

    record Refused(AnswerRefusal reason) implements Declining {}
}
