package org.commonweal.purpose.domain;

/** What can be said on a ballot. An abstention counts for the quorum alone. */
public enum Choice {
    YES,
    /** Under consent an objection. */
    NO,
    ABSTAIN,
    /** A no that stops it, where the rule lets one vote do so. */
    BLOCK,
    /** Not yes or no, but marks on the options of a question. */
    MARKED
}
