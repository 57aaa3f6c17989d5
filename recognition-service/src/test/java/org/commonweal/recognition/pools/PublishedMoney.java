package org.commonweal.recognition.pools;

/** What this folder publishes, for the test of the whole service's contracts. */
public final class PublishedMoney {

    public static final Class<? extends Record> POOL = PoolChangedV1.class;
    public static final Class<? extends Record> DEPOSIT = DepositChangedV1.class;

    private PublishedMoney() {}
}
