package org.commonweal.purpose.loading;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.purpose.domain.Decided;
import org.commonweal.purpose.domain.OrganizationId;
import org.commonweal.purpose.domain.Outcome;
import org.commonweal.purpose.domain.PersonId;

/** Reads who speaks for a proposal once it is decided, and how far that has come. */
public final class ProposerRows {

    private static final String IS_MEMBER =
            """
            EXISTS (SELECT FROM standing o WHERE o.alliance_id = b.alliance_id
                    AND o.person_id = b.opened_by AND o.state = 'ACTIVE' AND o.class = 'MEMBER')\
            """;

    /** What {@link #decided} reads, of the proposal {@code b}. */
    public static final String COLUMNS =
            """
            , b.state AS decided_as, b.opened_by AS proposer, b.opened_by_organization,
              b.review_on, %s AS proposer_is_member,
              (SELECT coalesce(max(o.version), 0) FROM outcome o
               WHERE o.alliance_id = b.alliance_id AND o.proposal_id = b.id) AS statements,
              (SELECT count(*) FROM review r WHERE r.alliance_id = b.alliance_id
               AND r.proposal_id = b.id) AS reviews,
              EXISTS (SELECT FROM review r WHERE r.alliance_id = b.alliance_id
                      AND r.proposal_id = b.id AND r.finding = 'ENDED') AS ended
            """
                    .formatted(IS_MEMBER);

    /** The persons who speak for the proposal {@code b}, each once, by the own firm. */
    public static final String SPEAKERS =
            """
            JOIN LATERAL (
                SELECT DISTINCT ON (s.person_id) s.person_id, s.organization_id FROM (
                    SELECT p.person_id, p.organization_id FROM standing p
                    WHERE p.alliance_id = b.alliance_id AND p.person_id = b.opened_by
                      AND p.state = 'ACTIVE' AND p.class = 'MEMBER'
                    UNION ALL
                    SELECT d.person_id, d.organization_id FROM standing d
                    WHERE d.alliance_id = b.alliance_id
                      AND d.organization_id = b.opened_by_organization AND d.delegate
                      AND d.state = 'ACTIVE' AND d.class = 'MEMBER' AND NOT %s) s
                ORDER BY s.person_id, s.organization_id) speaker ON true
            """
                    .formatted(IS_MEMBER);

    private ProposerRows() {}

    public static Decided decided(Readable row) {
        return new Decided(
                outcome(Columns.of(row, "decided_as", String.class)),
                new PersonId(Columns.of(row, "proposer", UUID.class)),
                new OrganizationId(Columns.of(row, "opened_by_organization", UUID.class)),
                Columns.of(row, "proposer_is_member", Boolean.class),
                Columns.of(row, "statements", Long.class),
                Columns.of(row, "reviews", Long.class),
                Optional.ofNullable(row.get("review_on", LocalDate.class)),
                Columns.of(row, "ended", Boolean.class));
    }

    private static Optional<Outcome> outcome(String state) {
        return switch (state) {
            case "DIALOGUE", "OPEN", "WITHDRAWN", "EXPIRED" -> Optional.empty();
            default -> Optional.of(Outcome.valueOf(state));
        };
    }
}
