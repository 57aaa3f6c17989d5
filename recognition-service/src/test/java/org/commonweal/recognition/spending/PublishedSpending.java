package org.commonweal.recognition.spending;

/** What this folder publishes, for the test of the whole service's contracts. */
public final class PublishedSpending {

    public static final Class<? extends Record> EXECUTED = DecisionExecutedV1.class;
    public static final Class<? extends Record> SPENT = SpentV1.class;

    private PublishedSpending() {}
}
