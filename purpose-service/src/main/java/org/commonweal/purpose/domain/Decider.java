package org.commonweal.purpose.domain;

/** Who decides a class of matters. */
public enum Decider {
    /** The members, by a ballot. */
    BALLOT,
    /** A delegate of the sponsor, alone. */
    SPONSOR,
    /** Any delegate, alone; a ballot is held when somebody wants one. */
    DELEGATE
}
