package org.commonweal.contribution.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What we read of others' facts stands in their own examples. */
class ConsumedFactsTest {

    @Test
    void an_alliance_has_its_own_limit_and_its_founder() throws IOException {
        assertThat(read("membership/alliance-founded.v1", AllianceFacts.AllianceFoundedV1.class))
                .isEqualTo(
                        new AllianceFacts.AllianceFoundedV1(
                                Duration.ofDays(5),
                                UUID.fromString("019ab594-5850-78a0-827c-ff5f80ed091e"),
                                false));
    }

    @Test
    void a_goal_has_an_owner() throws IOException {
        assertThat(read("purpose/goal-set.v1", GoalFacts.GoalSetV1.class))
                .isEqualTo(
                        new GoalFacts.GoalSetV1(
                                UUID.fromString("019ab8cd-7bb0-77cc-b64a-babb55b7fcbb"),
                                "Matters on the common list",
                                UUID.fromString("019ab27d-3d5d-781d-971e-d3a36cd21ee4")));
    }

    private static <T> T read(String event, Class<T> type) throws IOException {
        var example = Files.readString(Path.of("../contracts/events", event + ".example.json"));
        return JsonMapper.shared().readValue(example, type);
    }
}
