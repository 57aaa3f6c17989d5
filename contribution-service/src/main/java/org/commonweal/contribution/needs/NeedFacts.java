package org.commonweal.contribution.needs;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commonweal.contribution.domain.Ask;
import org.commonweal.contribution.wire.NeedClosedV1;
import org.commonweal.contribution.wire.NeedOpenedV1;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.messaging.Journal;

/**
 * Asking somebody for an answer, and no longer asking: kept in the same statement as the state that
 * it follows from. Only the person who is asked is told.
 */
public final class NeedFacts {

    /** Opens the needs of the parameter {@code needs} (JSON of {@link Opened}) when kept. */
    public static final String OPEN =
            """
            opened AS (
                INSERT INTO need (alliance_id, id, person_id, service, why, title, due, link_kind,
                                  link_id, opened_at)
                SELECT DISTINCT kept.alliance_id, n.id, n.person, 'contribution', n.why, n.title,
                       n.due, 'contribution', n.contribution, app_now()
                FROM kept
                CROSS JOIN jsonb_to_recordset(CAST(:needs AS jsonb)) AS n(
                    id uuid, person uuid, why text, title text, due timestamptz, contribution uuid))
            """;

    /** Closes all needs of the parameter {@code contribution} when kept. */
    public static final String CLOSE =
            """
            closed AS (
                UPDATE need SET closed_at = app_now() FROM kept
                WHERE need.alliance_id = kept.alliance_id AND need.link_id = :contribution
                  AND need.service = 'contribution' AND need.closed_at IS NULL)
            """;

    private NeedFacts() {}

    /** A person is asked to answer a contribution. */
    public record Opened(
            UUID id, UUID person, String why, String title, Instant due, UUID contribution) {

        /** Asked by no command of a client: by the clock, or because somebody left. */
        public static Opened at(
                Instant at,
                UUID person,
                Ask.Why why,
                String title,
                Instant due,
                UUID contribution) {
            var id = Ids.ofTransition(contribution, "need/" + person, at);
            return new Opened(id, person, why.text(), title, due, contribution);
        }

        /** The fact of a need that {@link #at} made. */
        public Journal.Entry entry() {
            return entry(Ids.derived(id, 1));
        }

        public Journal.Entry entry(UUID entry) {
            var payload =
                    new NeedOpenedV1(
                            id,
                            person,
                            why,
                            due,
                            new NeedOpenedV1.LinkV1("contribution", contribution),
                            title);
            return NeedFacts.entry(entry, NeedOpenedV1.TYPE, id, 1, person, payload);
        }
    }

    /** A person who is asked. */
    public record Asked(UUID id, UUID person) {

        /** The fact that they are asked no longer. */
        public Journal.Entry closed(UUID entry) {
            var payload = new NeedClosedV1(id, person);
            return NeedFacts.entry(entry, NeedClosedV1.TYPE, id, 2, person, payload);
        }
    }

    private static Journal.Entry entry(
            UUID id, String type, UUID need, long version, UUID person, Object payload) {
        var audience = new Audience.Persons(List.of(person));
        return new Journal.Entry(id, type, need, version, null, null, audience, null, payload);
    }
}
