package org.commonweal.purpose.domain;

/** Whose votes are counted. */
public enum Body {
    /** One firm, one vote: cast by any of its delegates. */
    FIRMS,
    /** One person, one vote; what the people of one firm weigh together can be bounded. */
    PERSONS
}
