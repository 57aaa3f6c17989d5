package org.commonweal.platform.messaging;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Keeps this service's copy of what members must have accepted to act, and what they have. */
final class AgreementProjection implements EventHandler {

    static final String WRITTEN = "membership.agreement-written.v1";
    static final String ACCEPTED = "membership.agreement-accepted.v1";

    private final ScopedDatabase database;

    AgreementProjection(ScopedDatabase database) {
        this.database = database;
    }

    @Override
    public Set<String> types() {
        return Set.of(WRITTEN, ACCEPTED);
    }

    @Override
    public Mono<Long> handle(Event event) {
        return event.type().equals(WRITTEN)
                ? require(event, event.as(AgreementWrittenV1.class))
                : accept(event, event.as(AgreementAcceptedV1.class));
    }

    /** What an older acceptance still allows is everything, or it is required. */
    private Mono<Long> require(Event event, AgreementWrittenV1 written) {
        return written.afterwards().equals("EVERYTHING")
                ? Mono.just(0L)
                : database.inAlliance(
                        event.alliance(),
                        sql ->
                                sql.sql(
                                                """
                                                INSERT INTO required_agreement (alliance_id,
                                                    agreement_id, version, required_from)
                                                VALUES (:alliance, :agreement, :version, :from)
                                                ON CONFLICT DO NOTHING\
                                                """)
                                        .bind("alliance", event.alliance())
                                        .bind("agreement", written.agreement())
                                        .bind("version", written.version())
                                        .bind("from", written.requiredFrom())
                                        .fetch()
                                        .rowsUpdated());
    }

    private Mono<Long> accept(Event event, AgreementAcceptedV1 accepted) {
        return database.inAlliance(
                event.alliance(),
                sql ->
                        sql.sql(
                                        """
                                        INSERT INTO accepted_agreement AS a (alliance_id, person_id,
                                            agreement_id, version)
                                        VALUES (:alliance, :person, :agreement, :version)
                                        ON CONFLICT (alliance_id, person_id, agreement_id)
                                        DO UPDATE SET version = excluded.version
                                        WHERE a.version < excluded.version\
                                        """)
                                .bind("alliance", event.alliance())
                                .bind("person", accepted.person())
                                .bind("agreement", accepted.agreement())
                                .bind("version", accepted.version())
                                .fetch()
                                .rowsUpdated());
    }

    record AgreementWrittenV1(
            UUID agreement, long version, Instant requiredFrom, String afterwards) {}

    record AgreementAcceptedV1(UUID agreement, long version, UUID person) {}
}
