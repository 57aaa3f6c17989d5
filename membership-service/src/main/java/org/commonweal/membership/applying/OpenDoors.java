package org.commonweal.membership.applying;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Front doors that stand open, as strangers see them: the SQL. */
@Component
class OpenDoors {

    private final ScopedDatabase database;

    OpenDoors(ScopedDatabase database) {
        this.database = database;
    }

    /** What a stranger sees; empty for a closed door as for none. */
    Mono<FrontDoorView> openAt(String slug) {
        return database.inRegistry(
                        Map.of("slug", slug),
                        sql ->
                                sql.sql("SELECT alliance_id FROM slug WHERE slug = :slug")
                                        .bind("slug", slug)
                                        .map(row -> Columns.of(row, "alliance_id", UUID.class))
                                        .one())
                .flatMap(alliance -> database.inAlliance(alliance, sql -> open(sql, alliance)));
    }

    private static Mono<FrontDoorView> open(DatabaseClient sql, UUID alliance) {
        return sql.sql(
                        """
                        SELECT a.alliance_id, a.name, a.slug, d.version, d.open, d.questions
                        FROM alliance a\
                        """
                                + FrontDoors.NEWEST
                                + "WHERE a.alliance_id = :alliance AND d.open")
                .bind("alliance", alliance)
                .map(row -> view(row))
                .one()
                .flatMap(view -> firms(sql, alliance).map(view::with));
    }

    private static Mono<List<FrontDoorView.Firm>> firms(DatabaseClient sql, UUID alliance) {
        return sql.sql(
                        """
                        SELECT id, name, short_name, colour FROM organization
                        WHERE alliance_id = :alliance AND role <> 'HISTORICAL' AND left_at IS NULL
                        ORDER BY name, id LIMIT :most\
                        """)
                .bind("alliance", alliance)
                .bind("most", FrontDoorView.FIRMS_MOST)
                .map(OpenDoors::firm)
                .all()
                .collectList();
    }

    private static FrontDoorView view(Readable row) {
        var door = FrontDoors.door(row);
        return new FrontDoorView(
                Columns.of(row, "alliance_id", UUID.class),
                Columns.of(row, "name", String.class),
                Columns.of(row, "slug", String.class),
                door.version(),
                door.questions(),
                List.of());
    }

    private static FrontDoorView.Firm firm(Readable row) {
        return new FrontDoorView.Firm(
                Columns.of(row, "id", UUID.class),
                Columns.of(row, "name", String.class),
                Columns.of(row, "short_name", String.class),
                Columns.of(row, "colour", String.class));
    }
}
