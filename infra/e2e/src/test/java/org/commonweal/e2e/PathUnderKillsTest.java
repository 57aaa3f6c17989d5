package org.commonweal.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.commonweal.local.ClientIds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;

/**
 * The whole path of a new alliance of three firms, each with its own provider, through the gateway;
 * at every step the part that matters is killed while the acts are under way. Clients repeat what
 * was not answered, with the same id. At the end every act is there, once.
 */
@ExtendWith(Platform.Extension.class)
@Isolated
class PathUnderKillsTest {

    private static final int PIECES = 12;
    private static final Duration BALLOT = Duration.ofSeconds(45);

    private static final String FOUNDER = "julian.thackeray@hartwell.example";
    private static final String DELEGATE = "hanna.pfefferkorn@brandt.example";
    private static final String COLLEAGUE = "leyla.demirci@brandt.example";
    private static final String THIRD = "elin.bergsaker@lindqvist.example";

    private final Platform platform;
    private final Member founder;
    private final Member delegate;
    private final Member colleague;
    private final Member third;
    private final YoungAlliance alliance = new YoungAlliance();

    PathUnderKillsTest(Platform platform) {
        this.platform = platform;
        this.founder = Member.of(platform, FOUNDER);
        this.delegate = Member.of(platform, DELEGATE);
        this.colleague = Member.of(platform, COLLEAGUE);
        this.third = Member.of(platform, THIRD);
    }

    @Test
    void whatever_is_killed_meanwhile_every_act_of_the_path_is_kept_once() {
        var others = List.of(delegate, colleague, third);
        whileKilling("membership", () -> alliance.found(founder));
        whileKilling("gateway", () -> alliance.enroll(founder, List.of(delegate, third)));
        whileKilling("kafka", () -> alliance.invite(founder, others));
        whileKilling("relay", () -> others.forEach(alliance::accept));
        ratify();
        try (var page = new OpenPage(platform, colleague)) {
            var goal = alliance.goal(founder);
            var pieces = Stream.generate(ClientIds::next).limit(PIECES).toList();
            whileKilling(
                    "contribution",
                    () -> together(pieces, piece -> founder.submit(at(""), goal, piece)));
            whileKilling(
                    "postgres",
                    () -> together(pieces, piece -> delegate.acknowledge(at(""), piece)));
            whoeverSignsInIsLetIn();
            whileKilling("recognition", () -> together(pieces, this::thank));
            eachPieceIsCreditedAndThankedOnce(pieces);
            whileKilling("gateway", () -> everyFactIsToldOnce(pieces));
            theOpenPageHeardOfEach(pieces, page);
        }
        whileKilling("membership", this::leave);
    }

    /** Kills the part when the acts have begun; they end when all are answered. */
    private void whileKilling(String part, Runnable acts) {
        var killing = CompletableFuture.runAsync(() -> platform.kill(part));
        acts.run();
        killing.join();
        platform.awaitReady(part);
    }

    /** Keycloak kept connections to the database that was killed. */
    private void whoeverSignsInIsLetIn() {
        for (var person : List.of(FOUNDER, DELEGATE, COLLEAGUE, THIRD)) {
            Member.of(platform, person);
        }
    }

    private static <T> void together(List<T> all, Consumer<T> act) {
        try (var clients = Executors.newFixedThreadPool(4)) {
            var acts =
                    all.stream()
                            .map(one -> CompletableFuture.runAsync(() -> act.accept(one), clients))
                            .toList();
            acts.forEach(CompletableFuture::join);
        }
    }

    private String at(String path) {
        return alliance.at(path);
    }

    private void ratify() {
        var draft = ClientIds.next();
        whileKilling("purpose", () -> alliance.draft(founder, draft));
        var proposal = ClientIds.next();
        alliance.propose(founder, proposal, BALLOT, "purpose", draft);
        whileKilling(
                "relay",
                () ->
                        together(
                                List.of(founder, delegate, third),
                                voter -> alliance.vote(voter, proposal, "YES")));
        // The clock that closes the ballot is killed too.
        platform.kill("purpose");
        var closed = alliance.closed(founder, proposal);
        assertThat(closed.get("state").asString()).isEqualTo("ADOPTED");
        assertThat(closed.at("/count/yes").asInt()).isEqualTo(3);
    }

    private void thank(UUID piece) {
        var id = ClientIds.next();
        delegate.put(
                at("/thanks/" + id), id, Map.of("contribution", piece, "text", "A day saved."));
    }

    private void eachPieceIsCreditedAndThankedOnce(List<UUID> pieces) {
        Awaitility.await("all pieces are credited")
                .atMost(Platform.PATIENCE)
                .until(() -> founder.get(at("/ledger/mine")).get("balance").asInt() >= PIECES);
        var mine = founder.get(at("/ledger/mine"));
        assertThat(mine.get("balance").asInt()).isEqualTo(PIECES);
        assertThat(all(mine.get("entries"), "contribution"))
                .containsExactlyInAnyOrderElementsOf(strings(pieces));
        var group = third.get(at("/ledger/group"));
        assertThat(group.get("balance").asInt()).isEqualTo(PIECES);
        assertThat(all(third.get(at("/thanks?limit=200")).get("items"), "contribution"))
                .containsExactlyInAnyOrderElementsOf(strings(pieces));
    }

    private void everyFactIsToldOnce(List<UUID> pieces) {
        for (var type :
                List.of(
                        "contribution.submitted.v1",
                        "contribution.acknowledged.v1",
                        "recognition.thanked.v1")) {
            Awaitility.await(type)
                    .atMost(Platform.PATIENCE)
                    .until(() -> told(type).size() >= PIECES);
            assertThat(told(type)).as(type).hasSize(PIECES).doesNotHaveDuplicates();
        }
        assertThat(told("contribution.submitted.v1"))
                .containsExactlyInAnyOrderElementsOf(strings(pieces));
        assertThat(told("membership.member-joined.v1")).hasSize(4).doesNotHaveDuplicates();
        assertThat(told("purpose.ratified.v1")).hasSize(1);
    }

    /** The subjects of one kind of fact on the activity page. */
    private List<String> told(String type) {
        var items = new ArrayList<JsonNode>();
        third.get(at("/activity?limit=200")).get("items").forEach(items::add);
        return items.stream()
                .filter(item -> item.get("type").asString().equals(type))
                .map(item -> item.get("subject").asString())
                .toList();
    }

    private static void theOpenPageHeardOfEach(List<UUID> pieces, OpenPage page) {
        Awaitility.await("the open page hears of everything")
                .atMost(Platform.PATIENCE)
                .until(() -> pieces.stream().allMatch(piece -> isHeard(page, piece)));
    }

    private static boolean isHeard(OpenPage page, UUID piece) {
        return page.heard().stream()
                .anyMatch(said ->
                        said.contains("" + piece) && said.contains("contribution.submitted.v1"));
    }

    private void leave() {
        third.put(at("/people/mine/exit"), ClientIds.next(), Map.of());
        for (var place : List.of("/people", "/purpose", "/contributions", "/ledger/group")) {
            Awaitility.await("no way back to " + place)
                    .atMost(Platform.PATIENCE)
                    .ignoreExceptions()
                    .until(() -> third.status(at(place)) == 404);
        }
        assertThat(all(founder.get(at("/people")).get("items"), "name"))
                .doesNotContain(third.name());
    }

    private static List<String> all(JsonNode items, String field) {
        var values = new ArrayList<String>();
        items.forEach(item -> values.add(item.get(field).asString()));
        return values;
    }

    private static List<String> strings(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }
}
