package org.commonweal.membership.founding;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commonweal.membership.domain.PersonId;
import org.commonweal.membership.forks.Claim;
import org.commonweal.membership.wire.AllianceFoundedV1;
import org.commonweal.membership.wire.MemberJoinedV1;
import org.commonweal.membership.wire.OrganizationEnrolledV1;
import org.commonweal.membership.wire.StandingChangedV1;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.Journal.Entry;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Alliances: the SQL. */
@Component
class Alliances {

    private final ScopedDatabase database;
    private final Journal journal;

    Alliances(ScopedDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** True when it was founded now; false when the id stands for an alliance already. */
    Mono<Boolean> found(
            FoundAlliance.Command command, PersonId founder, Claim.@Nullable Given origin) {
        return database.inAlliance(
                command.alliance(),
                sql ->
                        founding(sql, command, founder, origin)
                                .bind("journal", journal.json(facts(command, founder, origin)))
                                .fetch()
                                .rowsUpdated()
                                .map(kept -> kept > 0));
    }

    private static DatabaseClient.GenericExecuteSpec founding(
            DatabaseClient sql,
            FoundAlliance.Command command,
            PersonId founder,
            Claim.@Nullable Given origin) {
        var request = command.request();
        var organization = request.organization();
        var statement =
                sql.sql(FOUND + Journal.APPEND)
                        .bind("alliance", command.alliance())
                        .bind("name", request.name())
                        .bind("slug", request.slug())
                        .bind("zone", command.zone().getId())
                        .bind("acknowledgement", command.acknowledgementLimit().toSeconds())
                        .bind("quorum", command.charter().quorumPerMillion())
                        .bind("threshold", command.charter().thresholdPerMillion())
                        .bind("ballot", command.charter().ballotMinimum().toSeconds())
                        .bind("founder", founder.value())
                        .bind("history", request.isHistory())
                        .bind("organization", organization.id())
                        .bind("organization_name", organization.name())
                        .bind("short_name", organization.shortName())
                        .bind("colour", organization.colour())
                        .bind("role", request.isSponsor() ? "SPONSOR" : "FIRM")
                        .bind("domains", organization.mailDomains().toArray(String[]::new))
                        .bind("issuer", command.login().issuer())
                        .bind("subject", command.login().subject());
        return from(provided(statement, organization.identityProvider()), origin);
    }

    private static DatabaseClient.GenericExecuteSpec provided(
            DatabaseClient.GenericExecuteSpec statement, @Nullable String provider) {
        return provider == null
                ? statement.bindNull("provider", String.class)
                : statement.bind("provider", provider);
    }

    private static DatabaseClient.GenericExecuteSpec from(
            DatabaseClient.GenericExecuteSpec statement, Claim.@Nullable Given origin) {
        return origin == null
                ? statement.bindNull("parent", UUID.class).bindNull("fork", UUID.class)
                : statement.bind("parent", origin.alliance()).bind("fork", origin.fork());
    }

    private static final String FOUND =
            """
            WITH kept AS (
                INSERT INTO alliance (alliance_id, name, slug, time_zone, acknowledgement_seconds,
                    quorum_per_million, threshold_per_million, ballot_seconds, founder, founded_at,
                    history)
                VALUES (:alliance, :name, :slug, :zone, :acknowledgement, :quorum, :threshold,
                    :ballot, :founder, app_now(), :history)
                ON CONFLICT (alliance_id) DO NOTHING
                RETURNING alliance_id),
            address AS (
                INSERT INTO slug (slug, alliance_id) SELECT :slug, alliance_id FROM kept),
            forked AS (
                INSERT INTO founded_fork (parent, fork, alliance_id)
                SELECT CAST(:parent AS uuid), CAST(:fork AS uuid), alliance_id FROM kept
                WHERE CAST(:parent AS uuid) IS NOT NULL),
            enrolled AS (
                INSERT INTO organization (alliance_id, id, name, short_name, colour, role,
                    mail_domains, provider, enrolled_at)
                SELECT alliance_id, :organization, :organization_name, :short_name, :colour, :role,
                    :domains, :provider, app_now() FROM kept),
            joined AS (
                INSERT INTO membership (alliance_id, person_id, organization_id, class, delegate,
                    administrator, state, own_interest, accepted_by, joined_at, version)
                SELECT alliance_id, :founder, :organization, 'MEMBER', true, true, 'ACTIVE', '', :founder,
                    app_now(), 1 FROM kept),
            working AS (
                INSERT INTO affiliation (alliance_id, person_id, since, organization_id)
                SELECT alliance_id, :founder, app_now(), :organization FROM kept),
            standing AS (
                INSERT INTO standing (alliance_id, issuer, subject, person_id, organization_id,
                    class, delegate, state, version)
                SELECT alliance_id, :issuer, :subject, :founder, :organization, 'MEMBER', true,
                    'ACTIVE', 1 FROM kept)
            """;

    private static List<Entry> facts(
            FoundAlliance.Command command, PersonId founder, Claim.@Nullable Given origin) {
        var request = command.request();
        var own = request.organization();
        var charter = command.charter();
        var person = founder.value();
        return List.of(
                new Entry(
                        command.alliance(),
                        AllianceFoundedV1.TYPE,
                        command.alliance(),
                        1,
                        person,
                        own.id(),
                        Audience.EVERYONE,
                        command.requestHash(),
                        new AllianceFoundedV1(
                                command.alliance(),
                                request.name(),
                                request.slug(),
                                command.zone().getId(),
                                command.acknowledgementLimit().toString(),
                                new AllianceFoundedV1.CharterV1(
                                        charter.quorumPerMillion(),
                                        charter.thresholdPerMillion(),
                                        charter.ballotMinimum().toString()),
                                person,
                                request.isHistory(),
                                origin == null
                                        ? null
                                        : new AllianceFoundedV1.LineageV1(
                                                origin.alliance(),
                                                origin.purpose(),
                                                origin.fork()))),
                fact(
                        command,
                        1,
                        OrganizationEnrolledV1.TYPE,
                        own.id(),
                        person,
                        new OrganizationEnrolledV1(
                                own.id(),
                                own.name(),
                                own.shortName(),
                                own.colour(),
                                request.isSponsor() ? "SPONSOR" : "FIRM")),
                fact(
                        command,
                        2,
                        MemberJoinedV1.TYPE,
                        person,
                        person,
                        new MemberJoinedV1(person, own.id(), "MEMBER", true, null, null)),
                fact(
                        command,
                        3,
                        StandingChangedV1.TYPE,
                        person,
                        person,
                        new StandingChangedV1(
                                person,
                                own.id(),
                                "MEMBER",
                                null,
                                "ACTIVE",
                                true,
                                1,
                                null,
                                List.of(
                                        new StandingChangedV1.LoginV1(
                                                command.login().issuer(),
                                                command.login().subject())))));
    }

    private static Entry fact(
            FoundAlliance.Command command,
            int n,
            String type,
            UUID subject,
            UUID actor,
            Object payload) {
        return new Entry(
                Ids.derived(command.alliance(), n),
                type,
                subject,
                1,
                actor,
                command.request().organization().id(),
                Audience.EVERYONE,
                null,
                payload);
    }

    /** What the founding asked, in hexadecimal; empty when the id stands for something else. */
    Mono<String> requestHash(UUID alliance) {
        return database.inAlliance(
                alliance,
                sql ->
                        sql.sql(
                                        """
                                        SELECT encode(request_hash, 'hex') AS hash FROM journal
                                        WHERE alliance_id = :alliance AND id = :alliance\
                                        """)
                                .bind("alliance", alliance)
                                .map(row -> Columns.of(row, "hash", String.class))
                                .one());
    }

    /** Empty without standing. */
    Mono<AllianceView> seenBy(Caller caller) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        sql.sql(
                                        """
                                        SELECT a.* FROM standing me
                                        JOIN alliance a ON a.alliance_id = me.alliance_id
                                        WHERE me.alliance_id = :alliance AND me.issuer = :issuer
                                          AND me.subject = :subject AND me.state = 'ACTIVE'\
                                        """)
                                .bind("alliance", caller.alliance())
                                .bind("issuer", caller.issuer())
                                .bind("subject", caller.subject())
                                .map(Alliances::view)
                                .one());
    }

    private static AllianceView view(Readable row) {
        return new AllianceView(
                Columns.of(row, "alliance_id", UUID.class),
                Columns.of(row, "name", String.class),
                Columns.of(row, "slug", String.class),
                Columns.of(row, "time_zone", String.class),
                Duration.ofSeconds(Columns.of(row, "acknowledgement_seconds", Long.class))
                        .toString(),
                new AllianceView.CharterView(
                        Columns.of(row, "quorum_per_million", Integer.class),
                        Columns.of(row, "threshold_per_million", Integer.class),
                        Duration.ofSeconds(Columns.of(row, "ballot_seconds", Long.class))
                                .toString()),
                Columns.of(row, "founder", UUID.class),
                Columns.of(row, "founded_at", Instant.class),
                Columns.of(row, "history", Boolean.class));
    }
}
