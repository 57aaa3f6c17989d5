package org.commonweal.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.commonweal.platform.test.AccessMatrix;
import org.commonweal.platform.test.AccessTable;
import org.commonweal.platform.test.AccessTable.Principal;
import org.commonweal.platform.test.ApiOperation;
import org.commonweal.purpose.domain.Matter;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/** What holds for every operation that the OpenAPI document has, also for those to come. */
class AllOperationsTest extends PurposeTest {

    private static final long SEED = 20_261_123;
    private static final int ROUNDS = 4;

    @TestFactory
    Stream<DynamicTest> without_a_login_without_a_standing_and_from_another_alliance_nothing_is() {
        var insider = delegate(alliance());
        var outsider = delegate(alliance());
        var purpose = draft(insider);
        var ids =
                Map.of(
                        "alliance",
                        insider.alliance(),
                        "proposal",
                        ballot(insider, draft(insider)),
                        "proxy",
                        proxy(insider, delegate(insider.alliance()), Map.of()),
                        "draft",
                        purpose);
        var leaver = delegate(insider.alliance());
        standing(leaver, "ENDED", true, 2);
        sees(leaver, 404);
        var matrix = new AccessMatrix("purpose-service", http(""), bodies(insider, ids), ids);
        var journal = column(insider.alliance(), "SELECT count(*) FROM journal");
        return Stream.of(
                        matrix.refuses(
                                tokens.bad(insider.subject()),
                                401,
                                "not-logged-in",
                                // A box asks for no login: see AnonymousBallotTest.
                                "castSecretly"),
                        matrix.refuses(
                                Map.of(
                                        "a stranger",
                                        tokens.of("never seen"),
                                        "another alliance",
                                        tokens.of(outsider.subject()),
                                        "who has left",
                                        tokens.of(leaver.subject())),
                                404,
                                "not-found",
                                // Who has left takes their own things along: see MyDataTest.
                                "exportMyData"),
                        Stream.of(
                                DynamicTest.dynamicTest(
                                        "nothing was said",
                                        () ->
                                                assertThat(
                                                                column(
                                                                        insider.alliance(),
                                                                        "SELECT count(*) FROM"
                                                                                + " journal"))
                                                        .isEqualTo(journal))))
                .flatMap(Function.identity());
    }

    @TestFactory
    Stream<DynamicTest> whoever_has_not_accepted_what_acting_requires_writes_nothing() {
        var member = delegate(alliance());
        var ids = Map.of("alliance", member.alliance());
        bus.requireAgreement(member.alliance());
        await(() ->
                assertThat(column(member.alliance(), "SELECT version FROM required_agreement"))
                        .hasSize(1));
        return new AccessMatrix("purpose-service", http(""), bodies(member, ids), ids)
                .waitsForAgreement(
                        tokens.of(member.subject()),
                        // A box asks for no login: see AnonymousBallotTest.
                        "castSecretly");
    }

    @TestFactory
    Stream<DynamicTest> ten_kinds_of_people_are_answered_as_the_table_says() {
        var firms = electors(5);
        var delegate = firms.getFirst();
        var alliance = delegate.alliance();
        var neighbour = firms.getLast();
        var decided = ballot(delegate, "rules", rules("T", Map.of("quorumPerMillion", 1)));
        adopted(decided, firms.toArray(Someone[]::new));
        var ids = all("alliance", alliance);
        ids.putAll(ofTheSponsor(firms));
        ids.putAll(ofBallots(delegate, neighbour));
        var secret = secret(delegate);
        Stream.of("signPaper", "castSecretly", "listVotes")
                .forEach(operation -> ids.put(operation + ".proposal", secret));
        Stream.of("stateOutcome", "reviewDecision")
                .forEach(operation -> ids.put(operation + ".proposal", decided));
        ids.putAll(
                all(
                        "openBallot.proposal",
                        dialogue(delegate, draft(delegate)),
                        "takePosition.proposal",
                        dialogue(delegate, draft(delegate)),
                        "raiseConcern.proposal",
                        dialogue(delegate, draft(delegate)),
                        "dialogue.proposal",
                        dialogue(delegate, draft(delegate)),
                        "withdrawProposal.proposal",
                        dialogue(delegate, draft(delegate)),
                        "readDraft.draft",
                        draft(delegate),
                        "amendDraft.draft",
                        draft(delegate)));
        var bodies = bodies(delegate, ids);
        bodies.put("giveProxy", Map.of("holder", firms.get(2).person(), "body", "FIRMS"));
        bodies.put("signPaper", SecretVoter.of(this, neighbour, secret).asked());
        bodies.put("castSecretly", SecretVoter.signed(this, firms.get(3), secret).vote("YES"));
        var elsewhere = delegate(alliance());
        var suspended = ended(delegate);
        var left = ended(delegate);
        return new AccessTable(new AccessMatrix("purpose-service", http(""), bodies, ids))
                .holds(
                        tokens,
                        Map.of(
                                Principal.OTHER_ALLIANCE,
                                () -> tokens.of(member(elsewhere.alliance(), id()).subject()),
                                Principal.FOUNDER_ELSEWHERE,
                                () -> tokens.of(elsewhere.subject()),
                                Principal.SUSPENDED,
                                () -> tokens.of(suspended.subject()),
                                Principal.LEFT,
                                () -> tokens.of(left.subject()),
                                Principal.OTHER_FIRM,
                                () -> tokens.of(member(alliance, id()).subject()),
                                Principal.OTHER_FIRMS_ADMINISTRATOR,
                                () -> tokens.of(neighbour.subject()),
                                Principal.MEMBER,
                                () ->
                                        tokens.of(
                                                member(alliance, delegate.organization())
                                                        .subject())));
    }

    /** What the last of these firms decides alone, as its sponsor; all have decided that. */
    private Map<String, UUID> ofTheSponsor(List<Someone> firms) {
        var sponsor = firms.getLast();
        bus.send(
                "membership.organization-enrolled.v1",
                sponsor.alliance(),
                sponsor.organization(),
                Map.of("organization", sponsor.organization(), "role", "SPONSOR"));
        await(() ->
                assertThat(column(sponsor.alliance(), "SELECT role FROM organization"))
                        .containsExactly("SPONSOR"));
        var given = rule(Matter.MONEY, Map.of("decider", "SPONSOR"));
        adopted(ballot(sponsor, "rules", given), firms.toArray(Someone[]::new));
        beginToday();
        var spending = id();
        put(sponsor, "/proposals/" + spending, Map.of("order", spending(sponsor)))
                .expectStatus()
                .isCreated();
        return Map.of("approveProposal.proposal", spending);
    }

    private static Map<String, Object> spending(Someone sponsor) {
        return Map.of(
                "title",
                "A first seed",
                "kind",
                "SPEND",
                "reason",
                "It has waited long enough.",
                "pool",
                id(),
                "organization",
                sponsor.organization(),
                "amountMinor",
                250_000,
                "currency",
                "EUR");
    }

    /** Each act has a ballot or a proxy of its own, so that none ends what another needs. */
    private Map<String, UUID> ofBallots(Someone giver, Someone holder) {
        var ids = new HashMap<String, UUID>();
        for (var operation : List.of("proposal", "vote", "recuse", "caucus", "confer")) {
            ids.put(operation + ".proposal", question(giver));
        }
        for (var operation : List.of("acceptProxy", "declineProxy", "revokeProxy")) {
            ids.put(
                    operation + ".proxy",
                    proxy(giver, holder, Map.of("proposal", question(giver))));
        }
        return ids;
    }

    private UUID question(Someone by) {
        return ballot(by, "question", asking());
    }

    private static Map<String, Object> asking() {
        return Map.of("title", "A joint letter?", "asks", Map.of("about", "To the regulator."));
    }

    private UUID secret(Someone by) {
        var proposal = id();
        var body = new HashMap<String, Object>(Map.of("question", asking(), "anonymous", true));
        body.put("closesAt", now().plusSeconds(660).toString());
        put(by, "/proposals/" + proposal, body).expectStatus().isCreated();
        return proposal;
    }

    private UUID proxy(Someone giver, Someone holder, Map<String, ?> more) {
        var proxy = id();
        var body = new HashMap<String, Object>(more);
        body.put("holder", holder.person());
        body.put("body", "FIRMS");
        put(giver, "/proxies/" + proxy, body).expectStatus().isCreated();
        return proxy;
    }

    private Someone ended(Someone colleague) {
        var former = member(colleague.alliance(), colleague.organization());
        standing(former, "ENDED", false, 2);
        sees(former, 404);
        return former;
    }

    @Test
    void no_operation_makes_a_purpose_active_but_an_adopted_ballot() {
        var chance = new Random(SEED);
        var alliance = alliance();
        var people = List.of(delegate(alliance), delegate(alliance), delegate(alliance));
        var purpose = draft(people.getFirst());
        var ids = new HashMap<>(Map.of("draft", purpose));
        for (var round = 0; round < ROUNDS; round++) {
            for (var operation : operations()) {
                var someone = people.get(chance.nextInt(people.size()));
                send(operation, someone, ids, tokens.of(someone.subject()));
            }
            activeMeansAdopted(alliance);
        }
        assertThat(column(alliance, "SELECT id FROM purpose WHERE state = 'ACTIVE'")).isEmpty();
        column(alliance, "SELECT id FROM proposal WHERE state = 'OPEN'")
                .forEach(open -> ids.put("proposal", UUID.fromString(open)));
        assertThat(ids).containsKey("proposal");
        people.forEach(one -> vote(one, ids.getOrDefault("proposal", id()), "YES"));
        closed(people.getFirst(), ids.getOrDefault("proposal", id()), "ADOPTED");
        activeMeansAdopted(alliance);
        assertThat(column(alliance, "SELECT id FROM purpose WHERE state = 'ACTIVE'")).hasSize(1);
    }

    /** The founder and the sponsor are members like any: nothing but the firms' votes counts. */
    @Test
    void no_operation_changes_the_rulebook_or_an_active_purpose_but_an_adopted_ballot() {
        var chance = new Random(SEED);
        var alliance = alliance();
        var sponsor = delegate(alliance);
        var people = List.of(sponsor, delegate(alliance), member(alliance, id()));
        var purpose = ratified(people.get(0), people.get(1));
        var before = stands(alliance);
        for (var round = 0; round < ROUNDS; round++) {
            for (var kind : List.of("rules", "renewal", "conclusion")) {
                var ids = new HashMap<>(Map.of("draft", purpose, kind, purpose));
                for (var operation : operations()) {
                    var someone = people.get(chance.nextInt(people.size()));
                    send(operation, someone, ids, tokens.of(someone.subject()));
                }
            }
            assertThat(stands(alliance)).isEqualTo(before);
        }
        var open =
                column(alliance, "SELECT id FROM proposal WHERE state = 'OPEN' ORDER BY kind")
                        .stream()
                        .map(UUID::fromString)
                        .toList();
        assertThat(open).hasSize(2);
        open.forEach(ballot -> people.subList(0, 2).forEach(one -> vote(one, ballot, "YES")));
        open.forEach(ballot -> closed(sponsor, ballot, "ADOPTED"));
        assertThat(column(alliance, "SELECT version FROM rulebook ORDER BY 1"))
                .containsExactly("1", "2");
        assertThat(stands(alliance)).isNotEqualTo(before);
        assertThat(
                        column(
                                alliance,
                                "SELECT c.version FROM rulebook c JOIN proposal b"
                                        + " ON b.id = c.decided_by AND b.state = 'ADOPTED'"))
                .containsExactly("2");
    }

    /** What only decisions change. */
    private List<String> stands(UUID alliance) {
        return column(
                alliance,
                """
                SELECT concat_ws(' ', p.state, p.deadline, p.closed_by, p.title, p.output,
                    c.version, c.document, c.since)
                FROM rulebook c LEFT JOIN purpose p ON p.state IN ('ACTIVE', 'CLOSED')
                ORDER BY 1\
                """);
    }

    private void activeMeansAdopted(UUID alliance) {
        assertThat(
                        column(
                                alliance,
                                """
                                SELECT p.id FROM purpose p
                                LEFT JOIN proposal b ON b.alliance_id = p.alliance_id
                                     AND b.id = p.ratified_by AND b.purpose_id = p.id
                                WHERE (p.state IN ('ACTIVE', 'CLOSED')) <> (b.state = 'ADOPTED')
                                   OR p.state = 'ACTIVE' AND b.id IS NULL\
                                """))
                .isEmpty();
        assertThat(column(alliance, "SELECT id FROM purpose WHERE state = 'ACTIVE'"))
                .containsExactlyInAnyOrderElementsOf(
                        column(
                                alliance,
                                "SELECT payload->>'purpose' FROM journal"
                                        + " WHERE type = 'purpose.ratified.v1'"));
    }

    private static List<ApiOperation> operations() {
        var operations = ApiOperation.allOf("purpose-service");
        assertThat(operations).hasSizeGreaterThan(10);
        return operations;
    }

    /** One operation of the document, with a body that it accepts. */
    private void send(
            ApiOperation operation, Someone someone, Map<String, UUID> ids, String token) {
        var url = operation.path().replace("{alliance}", someone.alliance().toString());
        for (var id : ids.entrySet()) {
            url = url.replace("{" + id.getKey() + "}", id.getValue().toString());
        }
        var request =
                http.method(HttpMethod.valueOf(operation.method()))
                        .uri(java.net.URI.create(http(url)))
                        .header("Idempotency-Key", id().toString())
                        .header("If-Match", "\"1\"")
                        .headers(headers -> headers.setBearerAuth(token));
        if (operation.contentType().isPresent()) {
            request.contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(body(operation.id(), someone, ids));
        }
        patiently(request::exchange);
    }

    /** What is left open in a path is new. */
    private String http(String path) {
        var port = service.getEnvironment().getRequiredProperty("local.server.port");
        return "http://127.0.0.1:" + port + path.replaceAll("\\{[a-zA-Z]+}", id().toString());
    }

    private Map<String, Object> bodies(Someone someone, Map<String, UUID> ids) {
        var bodies = OperationBodies.of(someone.person(), ids.getOrDefault("draft", id()), now());
        bodies.put("propose", proposal(ids));
        return bodies;
    }

    private Object body(String operation, Someone someone, Map<String, UUID> ids) {
        return Objects.requireNonNull(
                bodies(someone, ids).get(operation), () -> "teach OperationBodies " + operation);
    }

    private Map<String, Object> proposal(Map<String, UUID> ids) {
        var closesAt = now().plusSeconds(660).toString();
        if (ids.containsKey("rules")) {
            return Map.of("rules", rules("T", Map.of("quorumPerMillion", 1)), "closesAt", closesAt);
        }
        var purpose = ids.getOrDefault("draft", id());
        if (ids.containsKey("renewal")) {
            return Map.of("renewal", renewal(purpose, "2031-01-31"), "closesAt", closesAt);
        }
        return ids.containsKey("conclusion")
                ? Map.of("conclusion", conclusion(purpose), "closesAt", closesAt)
                : Map.of("purpose", purpose, "closesAt", closesAt);
    }

    private static Map<String, UUID> all(Object... namesAndIds) {
        var ids = new HashMap<String, UUID>();
        for (var i = 0; i < namesAndIds.length; i += 2) {
            ids.put((String) namesAndIds[i], (UUID) namesAndIds[i + 1]);
        }
        return ids;
    }
}
