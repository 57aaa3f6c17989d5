package org.commonweal.purpose.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Where an alliance's days begin and end. */
public record Days(ZoneId zone) {

    public LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /** The first moment of the day. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The first moment after the day; a deadline on that day has then passed. */
    public Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }
}
