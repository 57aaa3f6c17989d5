package org.commonweal.platform.test;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.commonweal.embedded.test.TestDatabase;
import org.commonweal.embedded.test.TestDatabase.Migrations;
import org.commonweal.platform.messaging.Freshness;
import tools.jackson.databind.json.JsonMapper;

/** The journals of all services in one database, for a test of one of them beside a relay. */
public final class TestJournals {

    private static final List<String> SERVICES =
            List.of("membership", "purpose", "contribution", "recognition");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TestDatabase database;

    public TestJournals(TestDatabase database) {
        this.database = database;
    }

    /** The service's own schema, and of the others what every service has. */
    public static Migrations[] beside(Migrations own) {
        var all = new ArrayList<Migrations>(List.of(own));
        SERVICES.stream()
                .filter(service -> !service.equals(own.schema()))
                .map(service -> Migrations.of(service, "classpath:db/platform"))
                .forEach(all::add);
        return all.toArray(Migrations[]::new);
    }

    /** Says a fact as its service would: as its role, behind its policy. */
    public void append(UUID id, String type, UUID alliance, UUID subject, Object payload) {
        var service = type.substring(0, type.indexOf('.'));
        try (var connection = database.connect(service);
                var scope = connection.createStatement();
                var insert =
                        connection.prepareStatement(
                                """
                                INSERT INTO journal (alliance_id, id, type, subject, version,
                                                     audience, at, payload)
                                VALUES (?, ?, ?, ?, 1, '{"scope": "ALLIANCE"}', now(),
                                        CAST(? AS jsonb))
                                """)) {
            connection.setAutoCommit(false);
            scope.execute("SET LOCAL app.alliance = '" + alliance + "'");
            insert.setObject(1, alliance);
            insert.setObject(2, id);
            insert.setString(3, type);
            insert.setObject(4, subject);
            insert.setString(5, JSON.writeValueAsString(payload));
            insert.executeUpdate();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("the fact was not said: " + type, e);
        }
    }

    /** The one text that a query gives to somebody whom no policy binds; empty for null. */
    public String one(String query) {
        try (var connection = database.connect("postgres");
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return String.valueOf(row.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** How many records the services' topics hold, without membership's, which never rests. */
    public Map<String, Long> topicSizes(String brokers) {
        var asked =
                SERVICES.stream()
                        .filter(service -> !service.equals("membership"))
                        .flatMap(service ->
                                IntStream.range(0, Freshness.PARTITIONS)
                                        .mapToObj(partition ->
                                                new TopicPartition(
                                                        "commonweal." + service, partition)))
                        .collect(Collectors.toMap(one -> one, _ -> OffsetSpec.latest()));
        var sizes = new TreeMap<String, Long>();
        try (var admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            admin.listOffsets(asked)
                    .all()
                    .get()
                    .forEach((one, end) -> sizes.merge(one.topic(), end.offset(), Long::sum));
            return sizes;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
