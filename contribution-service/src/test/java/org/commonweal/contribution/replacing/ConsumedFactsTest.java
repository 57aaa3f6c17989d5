package org.commonweal.contribution.replacing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What we read of others' facts stands in their own examples. */
class ConsumedFactsTest {

    @Test
    void who_left_is_named() throws IOException {
        var example = Path.of("../contracts/events/membership/member-left.v1.example.json");
        var left =
                JsonMapper.shared()
                        .readValue(Files.readString(example), AskAnother.MemberLeftV1.class);
        assertThat(left.person())
                .isEqualTo(UUID.fromString("019ab965-1154-7246-9822-bfb0fc883c4e"));
    }
}
