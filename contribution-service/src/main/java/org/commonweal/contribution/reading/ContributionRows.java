package org.commonweal.contribution.reading;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.contribution.domain.Contribution;
import org.commonweal.contribution.domain.GoalId;
import org.commonweal.contribution.domain.Member;
import org.commonweal.contribution.domain.OrganizationId;
import org.commonweal.contribution.domain.ParticipantClass;
import org.commonweal.contribution.domain.Participation;
import org.commonweal.contribution.domain.PersonId;
import org.commonweal.platform.messaging.Columns;

/** Parts of a contribution's row in the words of the domain. */
public final class ContributionRows {

    private ContributionRows() {}

    /** Absent where no person is named. */
    public static Optional<Member> member(Readable row, String person, String organization) {
        return Optional.ofNullable(row.get(person, UUID.class))
                .map(id ->
                        new Member(
                                new PersonId(id),
                                new OrganizationId(Columns.of(row, organization, UUID.class))));
    }

    /** As what the standing of these columns lets its person act. */
    public static Participation participation(Readable row, String as, String call) {
        return new Participation(
                ParticipantClass.valueOf(Columns.of(row, as, String.class)),
                Optional.ofNullable(row.get(call, UUID.class)).map(GoalId::new));
    }

    /** Of a contribution that is no history. */
    public static Member author(Readable row) {
        return member(row, "author_id", "organization_id").orElseThrow();
    }

    /** Of a contribution that waits for an answer. */
    public static Contribution.Open open(Readable row) {
        return new Contribution.Open(author(row), stage(row));
    }

    private static Contribution.Stage stage(Readable row) {
        if (row.get("escalated_at", Instant.class) != null) {
            return Contribution.Stage.ESCALATED;
        }
        return row.get("reminded_at", Instant.class) == null
                ? Contribution.Stage.WAITING
                : Contribution.Stage.REMINDED;
    }
}
