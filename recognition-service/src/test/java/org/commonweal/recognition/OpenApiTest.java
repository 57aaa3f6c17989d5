package org.commonweal.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.commonweal.platform.test.HttpContract;
import org.junit.jupiter.api.Test;

class OpenApiTest extends RecognitionTest {

    @Test
    void the_committed_document_is_what_the_service_offers() {
        HttpContract.check("recognition-service", document());
    }

    @Test
    void nothing_ranks_people() {
        assertThat(document().toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("leaderboard", "ranking", "\"rank\"", "hours", "points");
    }

    private String document() {
        return Objects.requireNonNull(
                http.get()
                        .uri("/v3/api-docs")
                        .headers(headers -> headers.setBearerAuth(tokens.of("a-client")))
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());
    }
}
