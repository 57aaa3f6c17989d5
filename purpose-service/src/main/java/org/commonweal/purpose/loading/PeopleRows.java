package org.commonweal.purpose.loading;

import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.purpose.domain.OrganizationId;
import org.commonweal.purpose.domain.Person;
import org.commonweal.purpose.domain.PersonId;

/** Reads who belongs to which organization just now, and which organizations are sponsors. */
public final class PeopleRows {

    /** One row with the arrays that {@link #people} and {@link #sponsors} read. */
    public static final String LATERAL =
            """
            CROSS JOIN LATERAL (
                SELECT coalesce(array_agg(person_id), '{}') AS persons,
                       coalesce(array_agg(organization_id), '{}') AS organizations,
                       coalesce(array_agg(delegate), '{}') AS delegates
                FROM (SELECT s.person_id, s.organization_id, bool_or(s.delegate) AS delegate
                      FROM standing s
                      WHERE s.alliance_id = :alliance AND s.state = 'ACTIVE' AND s.class = 'MEMBER'
                      GROUP BY s.person_id, s.organization_id
                      ORDER BY s.organization_id, s.person_id) people) people
            CROSS JOIN LATERAL (
                SELECT coalesce(array_agg(o.id), '{}') AS sponsors FROM organization o
                WHERE o.alliance_id = :alliance AND o.role = 'SPONSOR') sponsors
            """;

    /** The columns of {@link #LATERAL}. */
    public static final String COLUMNS =
            ", people.persons, people.organizations, people.delegates, sponsors.sponsors\n";

    /** How many firms have a member. */
    public static final String FIRMS =
            """
            (SELECT count(DISTINCT o.organization_id) FROM standing o
             WHERE o.alliance_id = :alliance AND o.state = 'ACTIVE' AND o.class = 'MEMBER')
            """;

    private PeopleRows() {}

    public static List<Person> people(Readable row) {
        var persons = Columns.of(row, "persons", UUID[].class);
        var organizations = Columns.of(row, "organizations", UUID[].class);
        var delegates = Columns.of(row, "delegates", Boolean[].class);
        return IntStream.range(0, persons.length)
                .mapToObj(i ->
                        new Person(
                                new PersonId(persons[i]),
                                new OrganizationId(organizations[i]),
                                delegates[i]))
                .toList();
    }

    public static Set<OrganizationId> sponsors(Readable row) {
        return Arrays.stream(Columns.of(row, "sponsors", UUID[].class))
                .map(OrganizationId::new)
                .collect(Collectors.toUnmodifiableSet());
    }
}
