package org.commonweal.purpose.domain;

/**
 * A class of matters. For each the rulebook says who decides it, and how. That somebody goes and
 * founds another alliance is none: nobody can forbid it.
 */
public enum Matter {
    /** What the alliance is for: to ratify it, to renew it, to close it. */
    PURPOSE,
    /** The rulebook itself. */
    RULES,
    /** Who belongs: firms and members come and go. */
    MEMBERSHIP,
    /** Offices of the whole alliance, and who holds them. */
    OFFICES,
    /** What is paid from a pool. */
    MONEY,
    /** How far the alliance has come: its stage. */
    STAGE,
    /** All else that is asked. */
    QUESTION;

    /**
     * Whether no rule can give it away: what the alliance is for, and who rules, is its members'.
     */
    public boolean isTheMembersAlways() {
        return this == PURPOSE || this == RULES;
    }

    /** Whether it is orders, which alone are carried out when one has approved of them. */
    boolean isOrdered() {
        return this == MEMBERSHIP || this == OFFICES || this == MONEY;
    }
}
