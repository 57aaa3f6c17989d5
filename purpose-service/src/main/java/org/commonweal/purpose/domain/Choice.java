package org.commonweal.purpose.domain;

/** What a firm can say on a ballot. An abstention counts for the quorum alone. */
public enum Choice {
    YES,
    NO,
    ABSTAIN
}
