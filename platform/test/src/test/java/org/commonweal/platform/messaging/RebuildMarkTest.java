package org.commonweal.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.commonweal.embedded.test.TestDatabase;
import org.commonweal.embedded.test.TestDatabase.Migrations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A rebuild that has begun and not ended keeps its service from taking anything in. */
@SuppressWarnings("NullAway.Init") // set in @BeforeAll
class RebuildMarkTest {

    private static final String SERVICE = "contribution";

    private static TestDatabase database;

    private final List<ConsumerRecord<String, byte[]>> taken = new ArrayList<>();
    private final List<ConsumerRecord<String, byte[]>> batch =
            List.of(new ConsumerRecord<>("commonweal.gift", 0, 0, "key", new byte[0]));

    @BeforeAll
    static void create() {
        database = TestDatabase.create(Migrations.of(SERVICE, "classpath:db/platform"));
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void nothing_is_taken_in_between_emptying_the_read_models_and_the_end() {
        consumer().onMessage(batch);
        assertThat(taken).hasSize(1);

        models().empty();
        var waiting = consumer();
        for (var time = 0; time < 2; time++) {
            assertThatThrownBy(() -> waiting.onMessage(batch))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("repeat it");
        }
        models().enforce();
        assertThatThrownBy(() -> waiting.onMessage(batch)).hasMessageContaining("repeat it");
        assertThat(taken).hasSize(1);

        models().open();
        waiting.onMessage(batch);
        assertThat(taken).hasSize(2);
    }

    private WholeModelsConsumer consumer() {
        var connections = Scoped.connections(database, SERVICE);
        return new WholeModelsConsumer(
                taken::addAll,
                new RebuildMark(new ScopedDatabase(connections, ObservationRegistry.NOOP)));
    }

    private static ReadModels models() {
        var server =
                new MessagingProperties.Database(
                        database.host(), database.port(), database.name(), "", "", "", "", 1, "");
        var properties =
                new MessagingProperties(
                        SERVICE,
                        server,
                        Duration.ofSeconds(1),
                        true,
                        Duration.ofMinutes(6),
                        List.of("inbox"));
        return new ReadModels(
                properties,
                new ReadModels.Owner(database.jdbcUrl(), "commonweal_ddl", "commonweal_ddl"));
    }
}
