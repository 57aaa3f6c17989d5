package org.commonweal.purpose.proxies;

import static org.commonweal.purpose.loading.Standings.FROM_ME;
import static org.commonweal.purpose.loading.Standings.ME;
import static org.commonweal.purpose.loading.Standings.WHERE_ME;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.commonweal.purpose.domain.ProxyAnswer.State;
import org.commonweal.purpose.loading.Standings;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reading the proxies of one's firm, and those that one gave or was given: the SQL. */
@Component
class ProxyLists {

    /** Of the member {@code me}: given by or to the member, or given for the member's firm. */
    static final String OWN =
            """
            x.alliance_id = me.alliance_id AND (x.holder_id = me.person_id
                OR x.person_id = me.person_id
                OR x.person_id IS NULL AND x.organization_id = me.organization_id)
            """;

    private static final String PAGE =
            ME
                    + """
                    , x.id, x.organization_id AS giver, x.person_id AS giver_person, x.given_by,
                      x.holder_id, x.proposal_id, b.title, x.given_at, x.until_at,
                    """
                    + ProxyColumns.state("x")
                    + " AS state"
                    + FROM_ME
                    + "LEFT JOIN proxy x ON "
                    + OWN
                    + """
                      AND x.id < :before
                    LEFT JOIN proposal b ON b.alliance_id = x.alliance_id AND b.id = x.proposal_id
                    """
                    + WHERE_ME
                    + "ORDER BY x.id DESC LIMIT :most";

    private final ScopedDatabase database;

    ProxyLists(ScopedDatabase database) {
        this.database = database;
    }

    /** Empty for whoever may not see it. */
    Mono<ProxyResponse> one(Caller caller, UUID proxy) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        Standings.bind(
                                        sql.sql(PAGE.replace("x.id < :before", "x.id = :before")),
                                        caller)
                                .bind("before", proxy)
                                .bind("most", 1)
                                .map(ProxyLists::ifAny)
                                .one()
                                .flatMap(Mono::justOrEmpty));
    }

    /** The newest first; empty when the caller has no standing. */
    Mono<List<ProxyResponse>> page(Caller caller, UUID before, int limit) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        Standings.bind(sql.sql(PAGE), caller)
                                .bind("before", before)
                                .bind("most", limit + 1)
                                .map(ProxyLists::ifAny)
                                .all()
                                .collectList()
                                .filter(found -> !found.isEmpty())
                                .map(found -> found.stream().flatMap(Optional::stream).toList()));
    }

    private static Optional<ProxyResponse> ifAny(Readable row) {
        var id = row.get("id", UUID.class);
        if (id == null) {
            return Optional.empty();
        }
        var holder = Columns.of(row, "holder_id", UUID.class);
        return Optional.of(
                new ProxyResponse(
                        id,
                        Columns.of(row, "giver", UUID.class),
                        row.get("giver_person", UUID.class),
                        Columns.of(row, "given_by", UUID.class),
                        holder,
                        row.get("proposal_id", UUID.class),
                        row.get("title", String.class),
                        Columns.of(row, "given_at", Instant.class),
                        Columns.of(row, "until_at", Instant.class),
                        State.valueOf(Columns.of(row, "state", String.class)),
                        holder.equals(Columns.of(row, "person_id", UUID.class))));
    }
}
