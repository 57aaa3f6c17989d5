package org.commonweal.contribution;

import org.commonweal.platform.test.HttpContract;
import org.junit.jupiter.api.Test;

/** The OpenAPI document that clients are generated from is what the service really offers. */
class HttpContractTest extends ContributionTest {

    @Test
    void the_document_is_the_committed_one() {
        var document =
                http.get()
                        .uri("/v3/api-docs")
                        .headers(headers -> headers.setBearerAuth(tokens.of("anyone")))
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        HttpContract.check("contribution-service", String.valueOf(document));
    }
}
