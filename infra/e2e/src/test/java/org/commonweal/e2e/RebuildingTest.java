package org.commonweal.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The operator's command on the platform that runs: what is built anew says what it said. */
@ExtendWith(Platform.Extension.class)
@EnabledIfSystemProperty(
        named = "commonweal.long",
        matches = "true",
        disabledReason =
                "each service's own rebuild is tested in its module: ./commonweal test --long")
@Isolated
class RebuildingTest {

    private static final String MEMBER = "eleanor.whitcombe@hartwell.example";

    static Stream<Arguments> services() {
        return Stream.of(
                Arguments.of(
                        "contribution",
                        List.of(
                                "/activity?limit=200",
                                "/contributions?limit=200",
                                "/needed-of-me")),
                Arguments.of(
                        "recognition",
                        List.of("/ledger/group", "/ledger/mine", "/thanks", "/health")));
    }

    @ParameterizedTest
    @MethodSource("services")
    void a_service_built_anew_answers_as_before(
            String service, List<String> pages, Platform platform) {
        var member = Member.of(platform, MEMBER);
        var before = answers(member, pages);
        assertThat(String.valueOf(before.get(pages.getFirst()))).contains("\"title\"");

        assertThat(platform.command("rebuild", service)).contains("rebuilt");

        platform.awaitReady(service);
        assertThat(answers(member, pages)).isEqualTo(before);
    }

    private static Map<String, JsonNode> answers(Member member, List<String> pages) {
        var alliance = alliance(member);
        return pages.stream()
                .collect(
                        Collectors.toMap(
                                page -> page,
                                page -> member.get("/api/alliances/" + alliance + page)));
    }

    /** The demo's. */
    private static String alliance(Member member) {
        for (var one : member.get("/api/me").get("alliances")) {
            if (one.get("slug").asString().equals("meridian")) {
                return one.get("id").asString();
            }
        }
        throw new AssertionError("not a member of the demo alliance");
    }
}
