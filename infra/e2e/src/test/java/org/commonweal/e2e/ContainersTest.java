package org.commonweal.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.commonweal.embedded.CommonwealDatabase;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;

/** The images as an operator starts them: together, from nothing, and held tight. */
@EnabledIfSystemProperty(
        named = "commonweal.long",
        matches = "true",
        disabledReason = "six images and nine containers take minutes: ./commonweal test --long")
@ExtendWith(Containers.Extension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Isolated
class ContainersTest {

    private static final int LAST = Integer.MAX_VALUE;
    private static final Duration STOP_LIMIT = Duration.ofSeconds(90);
    private static final int ENDED_BY_SIGTERM = 128 + 15;

    private final Containers platform;

    ContainersTest(Containers platform) {
        this.platform = platform;
    }

    @Test
    void people_of_three_firms_join_by_their_own_act_and_no_one_else_does() {
        var founder = Member.of(platform.entrance(), "julian.thackeray@hartwell.example");
        var delegate = Member.of(platform.entrance(), "elin.bergsaker@lindqvist.example");
        var third = Member.of(platform.entrance(), "hanna.pfefferkorn@brandt.example");
        var alliance = new YoungAlliance();
        alliance.found(founder);
        alliance.enroll(founder, List.of(delegate, third));
        alliance.invite(founder, List.of(delegate, third));

        var asked = delegate.get("/api/me").get("invitations").get(0);
        assertThat(asked.get("inviterName").asString()).isEqualTo(founder.name());
        assertThat(asked.get("reason").asString()).isEqualTo(YoungAlliance.reason(delegate));
        assertThat(platform.awaitMail(delegate.mail()))
                .contains(founder.name())
                .contains(YoungAlliance.reason(delegate))
                .contains("/i/" + asked.get("id").asString());
        alliance.accept(delegate);

        assertThat(values(founder.get(alliance.at("/people")), "name"))
                .containsExactlyInAnyOrder(founder.name(), delegate.name());
        // What membership says comes to another service by PostgreSQL, relay and Kafka.
        Awaitility.await("the activity page tells of both")
                .atMost(Containers.PATIENCE)
                .until(() -> joined(founder, alliance) == 2);
        assertThat(values(delegate.get(alliance.at("/people")), "name")).contains(founder.name());
    }

    private static long joined(Member reader, YoungAlliance alliance) {
        return values(reader.get(alliance.at("/activity")), "type").stream()
                .filter("membership.member-joined.v1"::equals)
                .count();
    }

    private static List<String> values(JsonNode page, String field) {
        var values = new ArrayList<String>();
        page.get("items").forEach(item -> values.add(item.get(field).asString()));
        return values;
    }

    @Test
    void the_schemas_belong_to_the_role_that_migrates() throws SQLException {
        try (var connection =
                        CommonwealDatabase.superuser(platform.database(), Containers.DATABASE);
                var query =
                        connection.prepareStatement(
                                """
                                SELECT string_agg(DISTINCT tableowner || ' ' || schemaname, ',')
                                FROM pg_tables
                                WHERE schemaname IN ('membership', 'recognition')
                                """);
                var rows = query.executeQuery()) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1))
                    .isEqualTo("commonweal_ddl membership,commonweal_ddl recognition");
        }
    }

    @Test
    void no_part_is_root_or_can_write_beside_its_temporary_files() {
        platform.parts()
                .forEach((name, part) -> {
                    assertThat(part.exec("id", "-u").getStdout()).as(name).isEqualTo("10001\n");
                    assertThat(part.exec("id", "-g").getStdout()).as(name).isEqualTo("10001\n");
                    assertThat(part.exec("touch", "/tmp/x").getExitCode()).as(name).isZero();
                    assertThat(part.exec("touch", "/app/x").getStderr())
                            .as(name)
                            .contains("Read-only file system");
                });
    }

    /** Also without the read-only root, what is in the image belongs to another. */
    @Test
    void no_part_could_change_its_own_programs() {
        platform.parts()
                .forEach((name, part) -> {
                    var own = part.exec("find", "/app", "/opt", "-writable", "-not", "-type", "l");
                    assertThat(own.getStdout()).as(name).isEmpty();
                    assertThat(part.exec("stat", "-c", "%u", "/app/app.aot").getStdout())
                            .as(name)
                            .isEqualTo("0\n");
                });
    }

    @Test
    void every_part_takes_its_classes_from_the_cache() {
        platform.parts()
                .forEach((name, part) ->
                        assertThat(part.cacheUse()).as(name).matches(CacheUse::isUsed));
    }

    @Test
    void a_cache_that_is_passed_over_is_noticed() {
        var used = platform.migrateAgain("membership", "-Xlog:class+load");
        var passedOver = platform.migrateAgain("membership", "-Xlog:class+load", "-XX:AOTMode=off");
        assertThat(CacheUse.of(used)).matches(CacheUse::isUsed);
        assertThat(CacheUse.of(passedOver)).matches(use -> use.loaded() > 0 && !use.isUsed());
    }

    @Test
    @Order(LAST)
    void every_part_ends_in_time_when_it_is_told() {
        platform.parts().values().forEach(Part::tell);
        var codes = new TreeMap<String, Integer>();
        platform.parts().forEach((name, part) -> codes.put(name, part.awaitEnd(STOP_LIMIT)));
        assertThat(codes.values()).as(codes.toString()).containsOnly(ENDED_BY_SIGTERM);
    }
}
