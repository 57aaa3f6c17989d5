package org.commonweal.purpose.loading;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.purpose.domain.Delegate;
import org.commonweal.purpose.domain.OrganizationId;
import org.commonweal.purpose.domain.PersonId;

/** Reads who casts the vote of which organization just now. */
public final class DelegateRows {

    /** One row with the arrays that {@link #delegates} reads. */
    public static final String LATERAL =
            """
            CROSS JOIN LATERAL (
                SELECT coalesce(array_agg(person_id), '{}') AS persons,
                       coalesce(array_agg(organization_id), '{}') AS organizations
                FROM (SELECT DISTINCT s.person_id, s.organization_id
                      FROM standing s
                      WHERE s.alliance_id = :alliance AND s.delegate AND s.state = 'ACTIVE'
                        AND s.class = 'MEMBER'
                      ORDER BY s.organization_id, s.person_id) delegates) d
            """;

    private DelegateRows() {}

    public static List<Delegate> delegates(Readable row) {
        var persons = Columns.of(row, "persons", UUID[].class);
        var organizations = Columns.of(row, "organizations", UUID[].class);
        return IntStream.range(0, persons.length)
                .mapToObj(i ->
                        new Delegate(
                                new PersonId(persons[i]), new OrganizationId(organizations[i])))
                .toList();
    }
}
