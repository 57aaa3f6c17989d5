package org.commonweal.purpose.loading;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.web.Caller;
import org.commonweal.purpose.domain.Earlier;
import org.commonweal.purpose.domain.Member;
import org.commonweal.purpose.domain.OrganizationId;
import org.commonweal.purpose.domain.ParticipantClass;
import org.commonweal.purpose.domain.PersonId;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * How every load query begins: at the caller's active standing. Without one there is no row, and so
 * nothing to see and nothing to change.
 */
public final class Standings {

    /**
     * Who asks and when; every load query selects at least these. A deputy is a delegate within the
     * dates, as long as the delegate is one.
     */
    public static final String ME =
            """
            SELECT me.person_id, me.organization_id, me.class AS my_class, app_now() AS now,
                   me.class = 'MEMBER' AND (me.delegate OR EXISTS (
                        SELECT FROM deputy t
                        JOIN standing away ON away.alliance_id = t.alliance_id
                             AND away.person_id = t.delegate_id
                             AND away.organization_id = t.organization_id
                             AND away.delegate AND away.state = 'ACTIVE'
                        WHERE t.alliance_id = me.alliance_id AND t.person_id = me.person_id
                          AND t.organization_id = me.organization_id AND t.state = 'ACCEPTED'
                          AND t.from_at <= app_now() AND app_now() < t.until_at)) AS delegate\
            """;

    /** What {@code command} was before; needs {@link #FROM_ME_AND_EARLIER}. */
    public static final String EARLIER =
            """
            , CASE WHEN j.id IS NULL THEN 'NONE'
                   WHEN j.request_hash = decode(:hash, 'hex') THEN 'SAME'
                   ELSE 'OTHER' END AS earlier
            """;

    public static final String FROM_ME = "\nFROM standing me\n";

    public static final String FROM_ME_AND_EARLIER =
            """
            FROM standing me
            LEFT JOIN journal j ON j.alliance_id = me.alliance_id AND j.id = :command
            """;

    public static final String WHERE_ME =
            """
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND me.state = 'ACTIVE'
            """;

    /** As {@link #WHERE_ME}, and a guest of the goal {@code g}, who is bound to it alone. */
    public static final String WHERE_ME_OR_ITS_GUEST =
            """
            WHERE me.alliance_id = :alliance AND me.issuer = :issuer AND me.subject = :subject
              AND (me.state = 'ACTIVE' OR me.state = 'GUEST' AND me.call = g.id)
            """;

    private Standings() {}

    public static GenericExecuteSpec bind(GenericExecuteSpec spec, Caller caller) {
        return spec.bind("alliance", caller.alliance())
                .bind("issuer", caller.issuer())
                .bind("subject", caller.subject());
    }

    /** As {@link #bind(GenericExecuteSpec, Caller)}, for a command with its request's hash. */
    public static GenericExecuteSpec bind(
            GenericExecuteSpec spec, Caller caller, UUID command, String hash) {
        return bind(spec, caller).bind("command", command).bind("hash", hash);
    }

    public static Member member(Readable row) {
        return new Member(
                new PersonId(Columns.of(row, "person_id", UUID.class)),
                new OrganizationId(Columns.of(row, "organization_id", UUID.class)),
                Columns.of(row, "delegate", Boolean.class));
    }

    /** As what the caller belongs. */
    public static ParticipantClass as(Readable row) {
        return ParticipantClass.valueOf(Columns.of(row, "my_class", String.class));
    }

    /** The database's clock, as everything here is decided by it. */
    public static Instant now(Readable row) {
        return Columns.of(row, "now", Instant.class);
    }

    public static Earlier earlier(Readable row) {
        return Earlier.valueOf(Columns.of(row, "earlier", String.class));
    }
}
