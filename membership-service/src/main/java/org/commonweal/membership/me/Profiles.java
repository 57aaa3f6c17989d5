package org.commonweal.membership.me;

import io.r2dbc.spi.Readable;
import java.util.List;
import org.commonweal.membership.domain.Login;
import org.commonweal.membership.domain.PersonId;
import org.commonweal.membership.domain.Profile;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What people say of themselves: the SQL. A person reaches the own row and no other. */
@Component
class Profiles {

    private static final Known NOTHING_SAID =
            new Known(new Profile(null, List.of(), null, false), 0);

    private static final String SET =
            """
            INSERT INTO profile AS p (person_id, display_name, expertise,
                language, by_mail_only, version)
            SELECT :person, nullif(:name, ''), :expertise,
                nullif(:language, ''), :mail, :version + 1
            WHERE :version = 0 OR EXISTS (
                SELECT FROM profile WHERE person_id = :person)
            ON CONFLICT (person_id) DO UPDATE
            SET display_name = excluded.display_name,
                expertise = excluded.expertise,
                language = excluded.language,
                by_mail_only = excluded.by_mail_only,
                version = p.version + 1
            WHERE p.version = :version
            RETURNING display_name, expertise, language, by_mail_only,
                version\
            """;

    private final ScopedDatabase database;

    Profiles(ScopedDatabase database) {
        this.database = database;
    }

    /** Never empty: who has said nothing has an empty profile of version 0. */
    Mono<Known> of(Login login, PersonId person) {
        return database.inRegistry(
                Registry.scope(login, person),
                sql ->
                        sql.sql(
                                        """
                                        SELECT display_name, expertise, language, by_mail_only, version
                                        FROM profile WHERE person_id = :person\
                                        """)
                                .bind("person", person.value())
                                .map(Known::of)
                                .one()
                                .defaultIfEmpty(NOTHING_SAID));
    }

    /** Empty when the profile has another version than {@code version} by now. */
    Mono<Known> set(Login login, PersonId person, long version, Profile profile) {
        return database.inRegistry(
                Registry.scope(login, person),
                sql ->
                        sql.sql(SET)
                                .bind("person", person.value())
                                .bind("name", text(profile.displayName()))
                                .bind("expertise", profile.expertise().toArray(String[]::new))
                                .bind("language", text(profile.language()))
                                .bind("mail", profile.byMailOnly())
                                .bind("version", version)
                                .map(Known::of)
                                .one());
    }

    private static String text(@Nullable String said) {
        return said == null ? "" : said;
    }

    record Known(Profile profile, long version) {

        static Known of(Readable row) {
            return new Known(
                    new Profile(
                            row.get("display_name", String.class),
                            List.of(Columns.of(row, "expertise", String[].class)),
                            row.get("language", String.class),
                            Columns.of(row, "by_mail_only", Boolean.class)),
                    Columns.of(row, "version", Long.class));
        }
    }
}
