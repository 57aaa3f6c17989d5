package org.commonweal.membership.me;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.commonweal.membership.domain.Login;
import org.commonweal.membership.domain.PersonId;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Persons and their logins. A person is not a login: it outlives providers and employers, and a
 * first login makes a person known, and a member of nothing.
 */
@Component
public class Registry {

    private final ScopedDatabase database;
    private final Tombstones tombstones;

    Registry(ScopedDatabase database, Tombstones tombstones) {
        this.database = database;
        this.tombstones = tombstones;
    }

    /**
     * The person behind a login; registers both at the first time. Never empty; refused for a login
     * whose person was erased, until it begins anew.
     */
    public Mono<PersonId> known(Login login) {
        return database.inRegistry(scope(login, firstPerson(login)), sql -> found(sql, login))
                .flatMap(known ->
                        known.isCurrent(login)
                                ? Mono.just(known.person())
                                : keep(login, known.person()))
                .switchIfEmpty(
                        Mono.defer(() -> newPerson(login).flatMap(person -> keep(login, person))));
    }

    private Mono<PersonId> newPerson(Login login) {
        return tombstones
                .of(login)
                .map(tombstone -> {
                    if (tombstone.holds()) {
                        throw new RefusedException(MyProblems.erased(tombstone));
                    }
                    return personAfter(login, tombstone);
                })
                .defaultIfEmpty(firstPerson(login));
    }

    private Mono<PersonId> keep(Login login, PersonId person) {
        return database.inRegistry(scope(login, person), sql -> register(sql, login, person));
    }

    /** The settings under which a person reads the own registry rows. */
    public static Map<String, String> scope(Login login, PersonId person) {
        var settings = new HashMap<String, String>();
        settings.put("issuer", login.issuer());
        settings.put("subject", login.subject());
        settings.put("person", person.value().toString());
        if (login.provenEmail() != null) {
            settings.put("email", login.provenEmail());
        }
        return settings;
    }

    /** As {@link #scope(Login, PersonId)}, and inside of an alliance. */
    public static Map<String, String> scope(Login login, PersonId person, UUID alliance) {
        var settings = new HashMap<>(scope(login, person));
        settings.put("alliance", alliance.toString());
        return settings;
    }

    private static Mono<Known> found(DatabaseClient sql, Login login) {
        return sql.sql(
                        """
                        SELECT p.id, p.name, p.email FROM login l JOIN person p ON p.id = l.person_id
                        WHERE l.issuer = :issuer AND l.subject = :subject\
                        """)
                .bind("issuer", login.issuer())
                .bind("subject", login.subject())
                .map(row ->
                        new Known(
                                new PersonId(Columns.of(row, "id", UUID.class)),
                                Columns.of(row, "name", String.class),
                                row.get("email", String.class)))
                .one();
    }

    /** Keeps person and login, and what the provider says of them now. */
    private static Mono<PersonId> register(DatabaseClient sql, Login login, PersonId person) {
        return sql.sql(
                        """
                        WITH known AS (
                            SELECT person_id FROM login
                            WHERE issuer = :issuer AND subject = :subject),
                        person AS (
                            INSERT INTO person (id, name, email, registered_at)
                            SELECT coalesce((SELECT person_id FROM known), :person), :name,
                                   nullif(:email, ''), app_now()
                            ON CONFLICT (id) DO UPDATE
                            SET name = excluded.name, email = excluded.email
                            RETURNING id)
                        INSERT INTO login (issuer, subject, person_id, provider, email, first_seen)
                        SELECT :issuer, :subject, id, :provider, :email, app_now() FROM person
                        ON CONFLICT (issuer, subject) DO UPDATE SET email = excluded.email
                        RETURNING person_id\
                        """)
                .bind("issuer", login.issuer())
                .bind("subject", login.subject())
                .bind("person", person.value())
                .bind("name", login.name())
                .bind("email", login.provenEmail() == null ? "" : login.provenEmail())
                .bind("provider", login.provider())
                .map(row -> new PersonId(Columns.of(row, "person_id", UUID.class)))
                .one();
    }

    /** Who begins anew after an erasure is somebody else than before. */
    private static PersonId personAfter(Login login, Tombstones.Tombstone tombstone) {
        return new PersonId(
                Ids.named(
                        "person", login.issuer(), login.subject(), tombstone.erasure().toString()));
    }

    /** Two first requests at once make one person, not two. */
    private static PersonId firstPerson(Login login) {
        return new PersonId(Ids.named("person", login.issuer(), login.subject()));
    }

    private record Known(PersonId person, String name, @Nullable String email) {

        boolean isCurrent(Login login) {
            return name.equals(login.name())
                    && java.util.Objects.equals(email, login.provenEmail());
        }
    }
}
