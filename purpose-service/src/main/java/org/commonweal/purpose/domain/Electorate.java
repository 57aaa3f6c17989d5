package org.commonweal.purpose.domain;

import java.time.Instant;
import java.util.List;

/**
 * Who may vote: the organizations that have a delegate at one moment, each with one vote.
 *
 * @param delegates all who are asked to vote, in a fixed order
 * @param asOf the position of the standings from which it was taken
 */
public record Electorate(List<Delegate> delegates, Instant asOf) {

    public Electorate {
        delegates = List.copyOf(delegates);
    }

    /** Each organization once, however many delegates it has. */
    public List<OrganizationId> organizations() {
        return delegates.stream().map(Delegate::organization).distinct().toList();
    }
}
