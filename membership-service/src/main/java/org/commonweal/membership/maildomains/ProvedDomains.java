package org.commonweal.membership.maildomains;

import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Proved domains that the clock looks at: the SQL. */
@Component
class ProvedDomains {

    private final ScopedDatabase database;

    ProvedDomains(ScopedDatabase database) {
        this.database = database;
    }

    /** Empty when its moment was moved, or it is proved no more. */
    Mono<Watched> one(UUID alliance, UUID id) {
        return database.inAlliance(
                alliance,
                sql ->
                        sql.sql(
                                        """
                                        SELECT d.*, app_now() AS now
                                        FROM mail_domain d
                                        JOIN due ON due.alliance_id = d.alliance_id
                                             AND due.kind = :kind AND due.subject = d.id
                                        WHERE d.alliance_id = :alliance AND d.id = :id
                                          AND d.state = 'PROVED' AND due.at <= app_now()\
                                        """)
                                .bind("alliance", alliance)
                                .bind("id", id)
                                .bind("kind", DomainProofs.DUE)
                                .map(row ->
                                        new Watched(
                                                Columns.of(row, "organization_id", UUID.class),
                                                MailDomainRows.kept(row)))
                                .one());
    }

    record Watched(UUID organization, MailDomains.Kept kept) {}
}
