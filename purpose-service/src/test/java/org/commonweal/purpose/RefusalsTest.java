package org.commonweal.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.commonweal.embedded.CommonwealDatabase;
import org.commonweal.embedded.test.TestServers;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import reactor.test.StepVerifier;

/** What is refused, why, and that the same command twice is one act. */
class RefusalsTest extends PurposeTest {

    @Test
    void a_purpose_without_its_four_parts_is_not_voted_on_and_each_is_named() {
        var author = delegate(alliance());
        for (var part : List.of("output", "measure", "deadline", "goal")) {
            var text = new HashMap<>(COMPLETE);
            text.remove(part);
            var purpose = id();
            put(author, "/purpose/drafts/" + purpose, text).expectStatus().isCreated();
            put(author, "/proposals/" + id(), proposal(purpose, Duration.ofHours(1)))
                    .expectStatus()
                    .isEqualTo(422)
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("urn:commonweal:refusal:purpose-incomplete")
                    .jsonPath("$.errors.length()")
                    .isEqualTo(1)
                    .jsonPath("$.errors[0].pointer")
                    .isEqualTo("/" + part);
        }
        var past = new HashMap<>(COMPLETE);
        past.put("deadline", "2020-01-01");
        var purpose = id();
        put(author, "/purpose/drafts/" + purpose, past).expectStatus().isCreated();
        put(author, "/proposals/" + id(), proposal(purpose, Duration.ofHours(1)))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/deadline");
        assertThat(column(author.alliance(), "SELECT id FROM proposal")).isEmpty();
    }

    @Test
    void a_ballot_is_neither_too_short_nor_too_long_nor_about_nothing() {
        var author = delegate(alliance());
        var purpose = draft(author);
        refused(
                put(author, "/proposals/" + id(), proposal(purpose, Duration.ofMinutes(5))),
                422,
                "ballot-too-short");
        refused(
                put(author, "/proposals/" + id(), proposal(purpose, Duration.ofDays(91))),
                422,
                "ballot-too-long");
        refused(
                put(author, "/proposals/" + id(), proposal(id(), Duration.ofHours(1))),
                422,
                "purpose-unknown");
    }

    @Test
    void without_a_delegate_nobody_could_decide() {
        var author = member(alliance(), id());
        refused(
                put(author, "/proposals/" + id(), proposal(draft(author), Duration.ofHours(1))),
                409,
                "nobody-may-vote");
    }

    @Test
    void one_purpose_at_a_time_is_voted_on_and_what_is_voted_on_stays_as_it_is() {
        var author = delegate(alliance());
        var purpose = draft(author);
        var second = draft(author);
        var proposal = ballot(author, purpose);
        refused(
                put(author, "/proposals/" + id(), proposal(second, Duration.ofHours(1))),
                409,
                "purpose-already-proposed");
        refused(amend(author, purpose, "\"2\"", id()), 409, "purpose-already-proposed");
        vote(author, proposal, "YES").expectStatus().isOk();
        closed(author, proposal, "ADOPTED");
        refused(
                put(author, "/proposals/" + id(), proposal(second, Duration.ofHours(1))),
                409,
                "purpose-already-active");
        refused(amend(author, purpose, "\"3\"", id()), 409, "purpose-already-active");
    }

    @Test
    void a_rejected_purpose_is_a_draft_again_and_can_be_voted_on_again() {
        var author = delegate(alliance());
        var purpose = draft(author);
        var proposal = ballot(author, purpose);
        vote(author, proposal, "NO").expectStatus().isOk();
        closed(author, proposal, "REJECTED");
        refused(put(author, "/goals/" + id(), goal(author)), 409, "purpose-not-ratified");
        amend(author, purpose, "\"3\"", id()).expectStatus().isOk();
        var again = ballot(author, purpose);
        closed(author, again, "NO_QUORUM");
        get(author, "/purpose").expectBody().jsonPath("$.active").isEmpty();
    }

    @Test
    void only_a_delegate_of_a_firm_in_the_electorate_votes() {
        var alliance = alliance();
        var delegate = delegate(alliance);
        var colleague = member(alliance, delegate.organization());
        var proposal = ballot(delegate, draft(delegate));
        var late = delegate(alliance);
        refused(vote(colleague, proposal, "YES"), 403, "not-a-delegate");
        refused(vote(late, proposal, "YES"), 403, "not-in-electorate");
        refused(vote(delegate, id(), "YES"), 404, "not-found");
        get(late, "/proposals/" + proposal)
                .expectBody()
                .jsonPath("$.mine.mayVote")
                .isEqualTo(false)
                .jsonPath("$.mine.why")
                .isEqualTo("NOT_IN_ELECTORATE")
                .jsonPath("$.electorate.length()")
                .isEqualTo(1);
    }

    @Test
    void a_delegate_who_has_left_cannot_vote_and_the_firms_vote_stays() {
        var alliance = alliance();
        var leaver = delegate(alliance);
        var other = delegate(alliance);
        var proposal = ballot(leaver, draft(leaver));
        vote(leaver, proposal, "YES").expectStatus().isOk();
        standing(leaver, "ENDED", false, 2);
        sees(leaver, 404);
        refused(vote(leaver, proposal, "NO"), 404, "not-found");
        closed(other, proposal, "ADOPTED");
        get(other, "/proposals/" + proposal)
                .expectBody()
                .jsonPath("$.count.yes")
                .isEqualTo(1)
                .jsonPath("$.electorate.length()")
                .isEqualTo(2);
    }

    @Test
    void a_vote_after_the_close_is_refused_also_while_the_count_is_not_made_yet()
            throws SQLException {
        var voter = delegate(alliance());
        var proposal = ballot(voter, draft(voter));
        vote(voter, proposal, "YES").expectStatus().isOk();
        dueMoved(proposal, "1 year");
        passTime(Duration.ofSeconds(661));
        refused(vote(voter, proposal, "NO"), 409, "ballot-closed");
        get(voter, "/proposals/" + proposal)
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("OPEN")
                .jsonPath("$.mine.mayVote")
                .isEqualTo(false)
                .jsonPath("$.mine.why")
                .isEqualTo("BALLOT_CLOSED");
        dueMoved(proposal, "-1 year");
        closed(voter, proposal, "ADOPTED");
        refused(vote(voter, proposal, "NO"), 409, "ballot-closed");
    }

    @Test
    void a_ballot_is_never_counted_before_its_time() {
        var voter = delegate(alliance());
        var proposal = ballot(voter, draft(voter));
        vote(voter, proposal, "YES").expectStatus().isOk();
        StepVerifier.create(clock("ballot-closes").act(voter.alliance(), proposal, now()))
                .expectComplete()
                .verify(SOON);
        get(voter, "/proposals/" + proposal).expectBody().jsonPath("$.state").isEqualTo("OPEN");
    }

    @Test
    void the_same_command_twice_is_one_act_and_another_body_is_refused() {
        var author = delegate(alliance());
        var purpose = id();
        put(author, "/purpose/drafts/" + purpose, COMPLETE).expectStatus().isCreated();
        put(author, "/purpose/drafts/" + purpose, COMPLETE).expectStatus().isOk();
        refused(
                put(author, "/purpose/drafts/" + purpose, Map.of("title", "Another")),
                409,
                "id-taken");
        refused(
                put(author, "/proposals/" + purpose, proposal(purpose, Duration.ofHours(1))),
                409,
                "id-taken");
        var key = id();
        amend(author, purpose, "\"1\"", key).expectStatus().isOk();
        amend(author, purpose, "\"1\"", key).expectStatus().isOk();
        refused(amend(author, purpose, "\"2\"", key), 409, "id-taken");
        refused(amend(author, purpose, "\"1\"", id()), 412, "changed-meanwhile");
        var proposal = id();
        var body = proposal(purpose, Duration.ofHours(1));
        put(author, "/proposals/" + proposal, body).expectStatus().isCreated();
        put(author, "/proposals/" + proposal, body).expectStatus().isOk();
        var ballot = id();
        for (var times = 0; times < 2; times++) {
            send(
                            HttpMethod.PUT,
                            author,
                            "/proposals/" + proposal + "/ballots/mine",
                            Map.of("choice", "YES"),
                            ballot,
                            null)
                    .expectStatus()
                    .isOk();
        }
        assertThat(column(author.alliance(), "SELECT choice FROM vote")).containsExactly("YES");
        assertThat(column(author.alliance(), "SELECT type FROM journal ORDER BY at, type"))
                .containsExactly(
                        "purpose.rulebook-changed.v1",
                        "purpose.drafted.v1",
                        "purpose.drafted.v1",
                        "purpose.need-opened.v1",
                        "purpose.proposal-opened.v1",
                        "purpose.need-closed.v1",
                        "purpose.vote-cast.v1");
    }

    @Test
    void a_merge_patch_sets_what_is_given_clears_null_and_leaves_the_rest() {
        var author = delegate(alliance());
        var purpose = draft(author);
        var change = new HashMap<String, Object>();
        change.put("measure", null);
        change.put("goal", "Use it everywhere");
        send(HttpMethod.PATCH, author, "/purpose/drafts/" + purpose, change, id(), "\"1\"")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.measure")
                .isEmpty()
                .jsonPath("$.goal")
                .isEqualTo("Use it everywhere")
                .jsonPath("$.output")
                .isEqualTo("A list that every firm accepts")
                .jsonPath("$.title")
                .isEqualTo("One due diligence list");
    }

    @Test
    void what_cannot_be_read_is_refused_with_a_pointer() {
        var author = delegate(alliance());
        var before = column(author.alliance(), "SELECT count(*) FROM journal");
        for (var body :
                List.of(
                        Map.of("title", " "),
                        Map.of("title", "x".repeat(201)),
                        Map.of("title", "A list", "state", "ACTIVE"),
                        Map.of("title", "A list", "deadline", "soon"),
                        Map.of("statement", "No title"))) {
            refused(put(author, "/purpose/drafts/" + id(), body), 400, "not-readable");
        }
        refused(
                put(author, "/purpose/drafts/" + UUID.randomUUID(), COMPLETE),
                400,
                "id-not-uuidv7");
        var goal = new HashMap<>(goal(author));
        goal.put("baseline", "1e3");
        refused(put(author, "/goals/" + id(), goal), 400, "not-readable");
        assertThat(column(author.alliance(), "SELECT count(*) FROM journal")).isEqualTo(before);
    }

    @Test
    void a_version_that_is_none_is_refused_with_what_would_be_one() {
        var author = delegate(alliance());
        var draft = "/purpose/drafts/" + draft(author);
        var title = Map.of("title", "Another list");
        var words = Map.of("title", "Another list", "reason", "It says more.");
        for (var none : List.of("1", "\"one\"", "\"-1\"", "*", "\"1\", \"2\"")) {
            var drafted = send(HttpMethod.PATCH, author, draft, title, id(), none);
            refused(drafted, 400, "not-readable");
            var reworded = send(HttpMethod.PATCH, author, "/purpose", words, id(), none);
            refused(reworded, 400, "not-readable");
            refused(state(author, id(), "x".repeat(20), null, none), 400, "not-readable");
        }
        send(HttpMethod.PATCH, author, draft, title, id(), "W/one")
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("If-Match is the ETag of the draft as you have read it, e.g. \"3\".");
    }

    @Test
    void an_address_that_is_none_is_refused_with_what_would_be_one() {
        var reader = member(alliance(), id());
        refused(get(reader, "/goals/not-an-id"), 400, "not-readable");
        get(reader, "/goals/not-an-id")
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("goal must be of type UUID.");
        http.put()
                .uri("/api/alliances/" + reader.alliance() + "/proposals/" + id() + "/ballots/mine")
                .headers(headers -> headers.setBearerAuth(tokens.of(reader.subject())))
                .header("Idempotency-Key", "once")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("choice", "YES"))
                .exchange()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("Idempotency-Key must be of type UUID.");
    }

    @Test
    void lists_are_cut_into_pages_that_miss_and_repeat_nothing() {
        var author = delegate(alliance());
        var proposal = ballot(author, draft(author));
        vote(author, proposal, "YES").expectStatus().isOk();
        closed(author, proposal, "ADOPTED");
        for (var i = 0; i < 5; i++) {
            put(author, "/goals/" + id(), goal(author)).expectStatus().isCreated();
        }
        var seen = new java.util.ArrayList<UUID>();
        var cursor = "";
        while (cursor != null) {
            var page =
                    Objects.requireNonNull(
                            get(author, "/goals?limit=2" + cursor)
                                    .expectStatus()
                                    .isOk()
                                    .expectBody(Goals.class)
                                    .returnResult()
                                    .getResponseBody());
            page.items().forEach(goal -> seen.add(goal.id()));
            cursor = page.next() == null ? null : "&cursor=" + page.next();
        }
        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
        refused(get(author, "/goals?limit=201"), 400, "limit-out-of-range");
        refused(get(author, "/goals?cursor=made-up"), 400, "cursor-foreign");
    }

    private Map<String, Object> goal(Someone owner) {
        return Map.of(
                "title", "A goal",
                "unit", "days",
                "baseline", "9",
                "target", "2",
                "due", "2027-05-31",
                "owner", owner.person());
    }

    private org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec amend(
            Someone by, UUID purpose, String ifMatch, UUID key) {
        return send(
                HttpMethod.PATCH,
                by,
                "/purpose/drafts/" + purpose,
                Map.of("goal", "Use it in all matters"),
                key,
                ifMatch);
    }

    /** Moves the moment at which the clock looks at a ballot, as only the superuser can. */
    private void dueMoved(UUID proposal, String by) throws SQLException {
        try (var connection =
                        CommonwealDatabase.superuser(TestServers.postgres(), database.name());
                var update =
                        connection.prepareStatement(
                                "UPDATE purpose.due SET at = at + ?::interval WHERE subject = ?")) {
            update.setString(1, by);
            update.setObject(2, proposal);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private record Goals(List<Line> items, @org.jspecify.annotations.Nullable String next) {}

    @com.fasterxml.jackson.annotation.JsonIgnoreProperties(ignoreUnknown = true)
    private record Line(UUID id) {}
}
