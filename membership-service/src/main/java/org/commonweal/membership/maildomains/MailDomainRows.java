package org.commonweal.membership.maildomains;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commonweal.membership.domain.DomainName;
import org.commonweal.membership.domain.MailDomain;
import org.commonweal.membership.domain.Member;
import org.commonweal.membership.domain.OrganizationId;
import org.commonweal.membership.domain.PersonId;
import org.commonweal.platform.messaging.Columns;
import org.jspecify.annotations.Nullable;

/** What is read of mail domains, row by row. */
final class MailDomainRows {

    private MailDomainRows() {}

    static MailDomainView view(Readable row) {
        var name = name(row);
        var failing = row.get("failing_since", Instant.class);
        var asked = row.get("open_mail_at", Instant.class);
        return new MailDomainView(
                Columns.of(row, "id", UUID.class),
                name.value(),
                name.shown(),
                MailDomainView.State.valueOf(Columns.of(row, "state", String.class)),
                Columns.of(row, "named_at", Instant.class),
                MailDomain.LABEL + name.value(),
                Columns.of(row, "token", String.class),
                method(row),
                row.get("proved_at", Instant.class),
                finding(row),
                List.of(Columns.of(row, "seen", String[].class)),
                row.get("looked_at", Instant.class),
                failing == null ? null : failing.plus(MailDomain.LOST_AFTER),
                asked == null ? null : mailbox(row).at(name),
                asked == null ? null : asked.plus(MailDomain.CODE_STANDS_FOR));
    }

    static MailDomains.Asker asker(Readable row) {
        return new MailDomains.Asker(
                new Member(
                        new PersonId(Columns.of(row, "person_id", UUID.class)),
                        new OrganizationId(Columns.of(row, "organization_id", UUID.class)),
                        Columns.of(row, "delegate", Boolean.class)),
                Columns.of(row, "administrator", Boolean.class));
    }

    static MailDomains.Situation situation(Readable row) {
        return new MailDomains.Situation(
                asker(row),
                kept(row),
                Columns.of(row, "proved_by_another", Boolean.class),
                row.get("mail_hash", String.class),
                row.get("mail_asked_at", Instant.class),
                Columns.of(row, "mails", Long.class),
                row.get("earlier", String.class));
    }

    static MailDomains.Kept kept(Readable row) {
        var state = Columns.of(row, "state", String.class);
        return new MailDomains.Kept(
                name(row),
                Columns.of(row, "token", String.class),
                state.equals("PROVED") ? proved(row) : new MailDomain.Claimed(),
                state.equals("GIVEN_UP"),
                Columns.of(row, "version", Long.class),
                Columns.of(row, "now", Instant.class));
    }

    private static MailDomain.Proved proved(Readable row) {
        return new MailDomain.Proved(
                MailDomain.Method.valueOf(Columns.of(row, "method", String.class)),
                Columns.of(row, "proved_at", Instant.class),
                row.get("failing_since", Instant.class));
    }

    static DomainName name(Readable row) {
        return new DomainName(Columns.of(row, "name", String.class));
    }

    static Mailbox mailbox(Readable row) {
        return Mailbox.valueOf(Columns.of(row, "mailbox", String.class));
    }

    private static MailDomain.@Nullable Method method(Readable row) {
        var method = row.get("method", String.class);
        return method == null ? null : MailDomain.Method.valueOf(method);
    }

    private static MailDomain.@Nullable Finding finding(Readable row) {
        var finding = row.get("finding", String.class);
        return finding == null ? null : MailDomain.Finding.valueOf(finding);
    }
}
