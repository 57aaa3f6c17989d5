package org.commonweal.membership.agreements;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commonweal.membership.domain.Member;
import org.commonweal.membership.wire.AgreementAcceptedV1;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who has accepted which version: the SQL. */
@Component
class Acceptances {

    private static final String KEEP =
            """
            WITH kept AS (
                INSERT INTO agreement_acceptance (alliance_id, person_id, agreement_id, version,
                    accepted_by, accepted_at)
                VALUES (:alliance, :person, :agreement, :version, :person, app_now())
                ON CONFLICT DO NOTHING
                RETURNING alliance_id, person_id, agreement_id, version),
            copied AS (
                INSERT INTO accepted_agreement AS a (alliance_id, person_id, agreement_id, version)
                SELECT alliance_id, person_id, agreement_id, version FROM kept
                ON CONFLICT (alliance_id, person_id, agreement_id)
                DO UPDATE SET version = excluded.version WHERE a.version < excluded.version)
            """;

    private final ScopedDatabase database;
    private final Journal journal;

    Acceptances(ScopedDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** True when it was accepted now, false when it had been before. */
    Mono<Boolean> keep(AcceptAgreement.Command command, Member by) {
        return database.inAlliance(
                command.caller().alliance(),
                sql ->
                        sql.sql(KEEP + Journal.APPEND)
                                .bind("alliance", command.caller().alliance())
                                .bind("person", by.person().value())
                                .bind("agreement", command.agreement())
                                .bind("version", command.version())
                                .bind("journal", journal.json(accepted(command, by)))
                                .fetch()
                                .rowsUpdated()
                                .map(kept -> kept > 0));
    }

    private static Journal.Entry accepted(AcceptAgreement.Command command, Member by) {
        var person = by.person().value();
        return new Journal.Entry(
                command.id(),
                AgreementAcceptedV1.TYPE,
                command.agreement(),
                command.version(),
                person,
                by.organization().value(),
                new Audience.Persons(List.of(person)),
                command.requestHash(),
                new AgreementAcceptedV1(command.agreement(), command.version(), person));
    }

    /** The caller's own; empty when there is none. */
    Mono<AcceptanceView> mine(Caller caller, UUID agreement, long version) {
        return database.inAlliance(
                caller.alliance(),
                sql ->
                        caller.bind(
                                        sql.sql(
                                                """
                                                SELECT a.agreement_id, a.version, a.accepted_at
                                                FROM standing me
                                                JOIN agreement_acceptance a
                                                  ON a.alliance_id = me.alliance_id
                                                 AND a.person_id = me.person_id
                                                WHERE me.alliance_id = :alliance
                                                  AND me.issuer = :issuer AND me.subject = :subject
                                                  AND me.state = 'ACTIVE'
                                                  AND a.agreement_id = :agreement
                                                  AND a.version = :version\
                                                """))
                                .bind("agreement", agreement)
                                .bind("version", version)
                                .map(row ->
                                        new AcceptanceView(
                                                Columns.of(row, "agreement_id", UUID.class),
                                                Columns.of(row, "version", Long.class),
                                                Columns.of(row, "accepted_at", Instant.class)))
                                .one());
    }

    /** What the person has accepted, and when. */
    record AcceptanceView(UUID agreement, long version, Instant acceptedAt) {}
}
