package org.commonweal.purpose.domain;

/** What a purpose needs beside its title before it can be put to the vote. */
public enum Part {
    OUTPUT,
    MEASURE,
    DEADLINE,
    GOAL
}
