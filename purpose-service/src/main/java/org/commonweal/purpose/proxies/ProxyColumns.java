package org.commonweal.purpose.proxies;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.purpose.domain.ProxyAnswer.State;
import org.commonweal.purpose.wire.ProxyChangedV1;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code proxy}. */
record ProxyColumns(
        UUID id,
        UUID voter,
        UUID organization,
        @Nullable UUID person,
        UUID holder,
        @Nullable UUID proposal,
        Instant until,
        State state,
        long version) {

    /** What {@link #of} reads, of the table aliased {@code x}. */
    static final String COLUMNS =
            """
            , x.id AS proxy, x.voter_id AS giver_voter, x.organization_id AS giver,
              x.person_id AS giver_person, x.holder_id, x.proposal_id, x.until_at,
              x.version AS proxy_version, n.needs, n.persons,
            """
                    + state("x")
                    + " AS proxy_state\n";

    /** What is asked of the holder {@code x} for this vote, and would not be asked anyhow. */
    static final String NEEDS =
            """
            CROSS JOIN LATERAL (
                SELECT coalesce(array_agg(id ORDER BY id), '{}') AS needs,
                       coalesce(array_agg(person_id ORDER BY id), '{}') AS persons
                FROM need
                WHERE need.alliance_id = x.alliance_id AND need.person_id = x.holder_id
                  AND need.voter_id = x.voter_id AND need.open
                  AND (x.proposal_id IS NULL OR need.proposal_id = x.proposal_id)
                  AND NOT EXISTS (
                    SELECT FROM standing s WHERE s.alliance_id = x.alliance_id
                      AND s.person_id = x.holder_id AND s.state = 'ACTIVE' AND s.delegate
                      AND s.organization_id = x.voter_id)) n
            """;

    /**
     * What a proxy of that alias is by now: it ends with its time, and with what it was given for,
     * whether the clock has come to say so or not; nobody votes for another on an anonymous ballot.
     */
    static String state(String proxy) {
        return """
        CASE WHEN %1$s.state IN ('OFFERED', 'ACCEPTED') AND (%1$s.until_at <= app_now() OR EXISTS (
                 SELECT FROM proposal o
                 WHERE o.alliance_id = %1$s.alliance_id AND o.id = %1$s.proposal_id
                   AND (o.state NOT IN ('DIALOGUE', 'OPEN') OR o.closes_at <= app_now()
                        OR o.anonymous)))
             THEN 'ENDED' ELSE %1$s.state END\
        """
                .formatted(proxy);
    }

    static ProxyColumns of(Readable row) {
        return new ProxyColumns(
                Columns.of(row, "proxy", UUID.class),
                Columns.of(row, "giver_voter", UUID.class),
                Columns.of(row, "giver", UUID.class),
                row.get("giver_person", UUID.class),
                Columns.of(row, "holder_id", UUID.class),
                row.get("proposal_id", UUID.class),
                Columns.of(row, "until_at", Instant.class),
                State.valueOf(Columns.of(row, "proxy_state", String.class)),
                Columns.of(row, "proxy_version", Long.class));
    }

    /** As it is told when it has become this. */
    ProxyChangedV1 become(State next) {
        return new ProxyChangedV1(
                id, organization, person, holder, proposal, until, next.name(), version + 1);
    }
}
