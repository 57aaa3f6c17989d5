package org.commonweal.purpose.domain;

/** How a ballot ended. */
public enum Outcome {
    ADOPTED,
    REJECTED,
    NO_QUORUM
}
