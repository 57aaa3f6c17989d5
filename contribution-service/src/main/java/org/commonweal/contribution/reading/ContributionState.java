package org.commonweal.contribution.reading;

/** The states that a list can be narrowed to. */
enum ContributionState {
    OPEN,
    ACKNOWLEDGED,
    DECLINED,
    HISTORICAL
}
