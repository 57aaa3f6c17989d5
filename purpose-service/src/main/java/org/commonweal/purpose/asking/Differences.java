package org.commonweal.purpose.asking;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Event;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.purpose.asking.Need.Subject;
import org.commonweal.purpose.domain.Delegate;
import org.commonweal.purpose.domain.OrganizationId;
import org.commonweal.purpose.domain.PersonId;

/** Reads where what is asked and what should be asked differ. */
final class Differences {

    private Differences() {}

    /** What is asked of somebody and should not be, or should be and is not: one of both. */
    record Difference(Optional<Need.Open> gone, Optional<Need> come) {}

    /** Of a row, as that event has made it. */
    static Difference of(Readable row, Event event) {
        var person = Columns.of(row, "person", UUID.class);
        var gone = row.get("need", UUID.class);
        return gone != null
                ? new Difference(Optional.of(new Need.Open(gone, person)), Optional.empty())
                : new Difference(Optional.empty(), Optional.of(wanted(row, event, person)));
    }

    private static Need wanted(Readable row, Event event, UUID person) {
        var organization = Columns.of(row, "organization_id", UUID.class);
        var subject = subject(row);
        return new Need(
                Ids.ofTransition(event.id(), asks(row, subject, organization), event.at()),
                subject,
                new Delegate(new PersonId(person), new OrganizationId(organization)));
    }

    /** What tells a need from all others that one event opens. */
    private static String asks(Readable row, Subject subject, UUID organization) {
        return switch (subject) {
            case Subject.Review(var proposal, _, _) ->
                    "reviews/" + proposal + "/" + row.get("person", UUID.class);
            case Subject.Vote _, Subject.Deadline _ ->
                    "asks/"
                            + subject.id()
                            + "/"
                            + row.get("voter_id", UUID.class)
                            + "/"
                            + organization;
        };
    }

    private static Subject subject(Readable row) {
        var id = Columns.of(row, "subject", UUID.class);
        var title = Columns.of(row, "title", String.class);
        var due = Columns.of(row, "due", Instant.class);
        return switch (Columns.of(row, "kind", String.class)) {
            case "VOTE" ->
                    new Subject.Vote(id, title, due, Columns.of(row, "voter_id", UUID.class));
            case "REVIEW" -> new Subject.Review(id, title, due);
            default -> new Subject.Deadline(id, title, due);
        };
    }
}
