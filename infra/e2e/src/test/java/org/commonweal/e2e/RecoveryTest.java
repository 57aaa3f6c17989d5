package org.commonweal.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.commonweal.local.ClientIds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;

/**
 * What an operator does after a loss, on the platform as it runs: docs/operating.md as a script.
 */
@ExtendWith(Platform.Extension.class)
@EnabledIfSystemProperty(
        named = "commonweal.long",
        matches = "true",
        disabledReason = "stops and starts everything: ./commonweal test --long")
@Isolated
class RecoveryTest {

    private static final List<String> PAGES =
            List.of(
                    "/people",
                    "/purpose",
                    "/goals",
                    "/contributions?limit=200",
                    "/activity?limit=200",
                    "/ledger/group",
                    "/ledger/mine",
                    "/thanks?limit=200",
                    "/health");

    @TempDir Path directory;

    private final Platform platform;
    private final Member author;
    private final Member reader;
    private final String alliance;
    private final String goal;

    RecoveryTest(Platform platform) {
        this.platform = platform;
        this.author = Member.of(platform, "eleanor.whitcombe@hartwell.example");
        this.reader = Member.of(platform, "matthias.osterloh@brandt.example");
        this.alliance = "/api/alliances/" + demo();
        this.goal = author.get(alliance + "/goals").at("/items/0/id").asString();
    }

    @Test
    void facts_that_a_lost_slot_had_not_published_arrive_once_after_the_command()
            throws SQLException {
        var credit = credit();
        var before = submitted(ClientIds.next());
        var lost = ClientIds.next();
        try (var page = new OpenPage(platform, reader)) {
            try (var _ = platform.hold("relay")) {
                submitted(lost);
                platform.execute("SELECT pg_drop_replication_slot('commonweal_relay')");
            }
            Awaitility.await("the relay says so")
                    .atMost(Platform.PATIENCE)
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> platform.relayHealth().contains("is gone"));
            assertThat(page.heard()).noneMatch(said -> said.contains("" + lost));

            assertThat(platform.command("recover")).contains("recovered from=");

            platform.awaitReady("relay");
            acknowledged(lost);
            acknowledged(before);
            isCredited(credit + 2);
            Awaitility.await("the open page hears of it")
                    .atMost(Platform.PATIENCE)
                    .until(() -> page.heard().stream().anyMatch(said -> said.contains("" + lost)));
        }
        isToldOnce(lost);
        isToldOnce(before);
        assertThat(platform.failing("recover")).contains("nothing is missing");
    }

    @Test
    void a_restored_backup_is_as_it_was_and_goes_on_and_nothing_comes_twice() throws IOException {
        var file = directory.resolve("commonweal.backup");
        var credit = credit();
        var known = submitted(ClientIds.next());
        var later = ClientIds.next();
        acknowledged(known);
        isCredited(credit + 1);
        var underWay = submitted(ClientIds.next());
        try (var _ = platform.hold("recognition")) {
            // Said before the backup, and heard by recognition only after the restore.
            acknowledged(underWay);
            assertThat(platform.command("backup", "" + file)).contains("checked");
        }
        isCredited(credit + 2);
        var figures = figures();
        submitted(later);
        acknowledged(later);
        isCredited(credit + 3);
        var page = new OpenPage(platform, reader);
        isHeard(page, submitted(ClientIds.next()));

        assertThat(platform.failing("restore", "" + file, "--fresh")).contains("down first");
        platform.command("down");
        assertThat(platform.failing("restore", "" + file)).contains("--fresh removes all");
        assertThat(platform.failing("restore", "" + cutOff(file), "--fresh"))
                .contains("is cut off or damaged");
        System.out.println(platform.command("restore", "" + file, "--fresh"));
        System.out.println(platform.command("up", "--detach"));

        isCredited(credit + 2);
        Awaitility.await("all is as it was")
                .atMost(Platform.PATIENCE)
                .untilAsserted(() -> assertThat(figures()).isEqualTo(figures));
        assertThat(reader.status(alliance + "/contributions/" + later)).isEqualTo(404);
        // The same act with the same id, as its client would repeat it.
        submitted(later);
        acknowledged(later);
        isCredited(credit + 3);
        isHeard(page, submitted(ClientIds.next()));
        page.close();
        for (var piece : List.of(known, underWay, later)) {
            isToldOnce(piece);
        }
    }

    private UUID submitted(UUID piece) {
        author.submit(alliance, goal, piece);
        return piece;
    }

    private void acknowledged(UUID piece) {
        reader.acknowledge(alliance, piece);
    }

    private int credit() {
        return author.get(alliance + "/ledger/mine").get("balance").asInt();
    }

    private void isCredited(int expected) {
        Awaitility.await("credit of " + expected)
                .atMost(Platform.PATIENCE)
                .until(() -> credit() == expected);
    }

    private static void isHeard(OpenPage page, UUID piece) {
        Awaitility.await("the open page hears of " + piece)
                .atMost(Platform.PATIENCE)
                .until(() -> page.heard().stream().anyMatch(said -> said.contains("" + piece)));
    }

    private void isToldOnce(UUID piece) {
        var told = 0;
        for (var item : reader.get(alliance + "/activity?limit=200").get("items")) {
            if (item.get("type").asString().equals("contribution.submitted.v1")
                    && item.get("subject").asString().equals("" + piece)) {
                told++;
            }
        }
        assertThat(told).as("told of " + piece).isEqualTo(1);
    }

    private Map<String, JsonNode> figures() {
        var figures = new TreeMap<String, JsonNode>();
        PAGES.forEach(page -> figures.put(page, author.get(alliance + page)));
        return figures;
    }

    private Path cutOff(Path file) throws IOException {
        var cut = Files.copy(file, directory.resolve("cut-off"));
        try (var channel = FileChannel.open(cut, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        }
        return cut;
    }

    private String demo() {
        for (var one : author.get("/api/me").get("alliances")) {
            if (one.get("slug").asString().equals("meridian")) {
                return one.get("id").asString();
            }
        }
        throw new AssertionError("not a member of the demo alliance");
    }
}
