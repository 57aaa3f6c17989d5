package org.commonweal.membership.providers;

import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.commonweal.membership.domain.Member;
import org.commonweal.membership.domain.OrganizationId;
import org.commonweal.membership.domain.OwnProvider;
import org.commonweal.membership.domain.PersonId;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What an act on a provider is decided by: the SQL. It starts at the caller, so at the own firm.
 */
@Component
class ProviderSituations {

    private final ScopedDatabase database;

    ProviderSituations(ScopedDatabase database) {
        this.database = database;
    }

    /** Empty without standing. */
    Mono<Situation> situation(ConnectProvider.Command command) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        command.caller()
                                .bind(sql.sql(SITUATION))
                                .bind("command", command.key())
                                .bind("provider", command.provider())
                                .map(ProviderSituations::read)
                                .one());
    }

    private static final String SITUATION =
            """
            SELECT me.person_id, me.organization_id, me.delegate, m.administrator,
                   encode(j.request_hash, 'hex') AS earlier, p.state, p.protocol, p.address,
                   p.client_id, p.version, p.sealed_secret IS NOT NULL AS secret,
                   p.written_version = p.version AND p.fault IS NULL
                       AS written, cardinality(firm_domains(me.alliance_id, me.organization_id)) > 0 AS domains
            FROM standing me
            JOIN place m ON m.alliance_id = me.alliance_id AND m.person_id = me.person_id
                 AND m.organization_id = me.organization_id
            LEFT JOIN journal j ON j.alliance_id = me.alliance_id AND j.id = :command
            LEFT JOIN login_provider p ON p.alliance_id = me.alliance_id AND p.id = :provider
                 AND p.organization_id = me.organization_id
            WHERE me.alliance_id = :alliance
              AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE'\
            """;

    private static Situation read(Readable row) {
        var state = row.get("state", String.class);
        return new Situation(
                new Member(
                        new PersonId(Columns.of(row, "person_id", UUID.class)),
                        new OrganizationId(Columns.of(row, "organization_id", UUID.class)),
                        Columns.of(row, "delegate", Boolean.class)),
                Columns.of(row, "administrator", Boolean.class),
                row.get("earlier", String.class),
                state == null ? null : provider(row, OwnProvider.State.valueOf(state)),
                Columns.of(row, "secret", Boolean.class),
                state == null ? 0 : Columns.of(row, "version", Long.class));
    }

    private static OwnProvider provider(Readable row, OwnProvider.State state) {
        return new OwnProvider(
                state,
                new OwnProvider.Identity(
                        OwnProvider.Protocol.valueOf(Columns.of(row, "protocol", String.class)),
                        row.get("address", String.class),
                        row.get("client_id", String.class)),
                Columns.of(row, "written", Boolean.class),
                Columns.of(row, "domains", Boolean.class));
    }

    /** The version is 0 while there is no provider. */
    record Situation(
            Member me,
            boolean administrator,
            @Nullable String earlierHash,
            @Nullable OwnProvider provider,
            boolean hasSecret,
            long version) {}
}
