package org.commonweal.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.commonweal.platform.test.ApiOperation;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** A hidden ballot shows no count and no choice before it closes, to nobody and nowhere. */
class HiddenBallotTest extends PurposeTest {

    private static final Pattern CHOICE = Pattern.compile("\"(YES|NO|BLOCK|ABSTAIN)\"");
    private static final Pattern COUNT = Pattern.compile("\"(yes|no|abstain|block)\": ?\"?[1-9]");

    @Test
    void before_the_close_no_operation_and_no_fact_tells_a_choice_or_a_count() {
        var firms = electors(3);
        var me = firms.getFirst();
        var member = member(me.alliance(), id());
        var proposal = id();
        var body = hidden(draft(me));
        put(me, "/proposals/" + proposal, body)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.secrecy.hidden")
                .isEqualTo(true)
                .jsonPath("$.secrecy.anonymous")
                .isEqualTo(false);
        var choices = List.of("YES", "NO", "ABSTAIN");
        for (var i = 0; i < choices.size(); i++) {
            vote(firms.get(i), proposal, choices.get(i))
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.choice")
                    .isEqualTo(choices.get(i));
        }

        for (var operation : ApiOperation.allOf("purpose-service")) {
            if (operation.method().equals("GET")) {
                var answer = read(operation, member, proposal);
                assertThat(CHOICE.matcher(answer).find())
                        .as("%s: %s", operation.id(), answer)
                        .isFalse();
                assertThat(COUNT.matcher(answer).find())
                        .as("%s: %s", operation.id(), answer)
                        .isFalse();
            }
        }
        assertThat(facts(me)).noneMatch(fact -> CHOICE.matcher(fact).find());

        // Nothing opens it again, and nothing opens it wider.
        var seen = new HashMap<String, Object>(body);
        seen.put("hidden", false);
        refused(put(me, "/proposals/" + proposal, seen), 409, "id-taken");
        put(
                        me,
                        "/proposals/" + proposal + "/ballot",
                        Map.of("closesAt", body.getOrDefault("closesAt", ""), "hidden", false))
                .expectStatus()
                .is4xxClientError();
        assertThat(column(me.alliance(), "SELECT hidden FROM proposal")).containsExactly("t");

        closed(me, proposal, "REJECTED");
        get(member, "/proposals/" + proposal)
                .expectBody()
                .jsonPath("$.count.yes")
                .isEqualTo(1)
                .jsonPath("$.count.no")
                .isEqualTo(1)
                .jsonPath(
                        "$.electorate[?(@.organization == '%s')].choice"
                                .formatted(me.organization()))
                .isEqualTo("YES");
    }

    @Test
    void the_database_itself_lets_nobody_open_what_is_hidden() {
        var me = delegate(alliance());
        put(me, "/proposals/" + id(), hidden(draft(me))).expectStatus().isCreated();

        org.assertj.core.api.Assertions.assertThatThrownBy(() ->
                        column(me.alliance(), "UPDATE proposal SET hidden = false RETURNING id"))
                .hasStackTraceContaining("stays as it opened");
    }

    private Map<String, Object> hidden(UUID draft) {
        var body = new HashMap<>(proposal(draft, Duration.ofMinutes(11)));
        body.put("hidden", true);
        return body;
    }

    private List<String> facts(Someone someone) {
        return column(
                someone.alliance(),
                "SELECT CAST(payload AS text) FROM journal WHERE type = 'purpose.vote-cast.v1'");
    }

    private String read(ApiOperation operation, Someone someone, UUID proposal) {
        var path =
                operation
                        .path()
                        .replace("{alliance}", someone.alliance().toString())
                        .replace("{proposal}", proposal.toString())
                        .replaceAll("\\{[a-zA-Z]+}", id().toString());
        var bytes =
                http.method(HttpMethod.GET)
                        .uri(path + operation.query())
                        .headers(headers -> headers.setBearerAuth(tokens.of(someone.subject())))
                        .exchange()
                        .expectBody()
                        .returnResult()
                        .getResponseBody();
        return bytes == null ? "" : new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    }
}
