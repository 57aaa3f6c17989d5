package org.commonweal.purpose.domain.poll;

/** How the options of a question are voted on and counted. */
public enum PollMethod {
    /** Ranked, no two alike; instant run-off. */
    RANKED_IRV,
    /** Ranked, several may be alike; Schulze's method. */
    RANKED_SCHULZE,
    /** Points from 0 up for each option; the best average. */
    SCORE,
    /** A number of dots to spread. */
    DOT,
    /** Who is in, up to a number of places. */
    COUNT,
    /** Times: yes, if need be, no. */
    TIME;

    /** Of one thing one can be in; everything else needs a choice. */
    public int optionsMin() {
        return this == COUNT ? 1 : 2;
    }
}
