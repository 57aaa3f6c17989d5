package org.commonweal.purpose.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * By which rules an alliance decides, as its founder's charter or a later decision says.
 *
 * @param ballotMinimum how long a ballot is open at least
 * @param zone where the alliance's days begin and end
 */
public record Charter(Rule rule, Duration ballotMinimum, ZoneId zone) {

    public LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }
}
