package org.commonweal.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.commonweal.gateway.test.GatewayTest;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApiDocumentTest extends GatewayTest {

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void documents_are_joined_and_what_clashes_is_renamed_with_its_references() {
        JsonNode contribution =
                json.readTree(
                        """
                        {"paths":{"/a":{"get":{"$ref":"#/components/schemas/Page"}}},
                         "components":{"schemas":{"Page":{"type":"object"},"Problem":{"type":"object"}}}}\
                        """);
        JsonNode purpose =
                json.readTree(
                        """
                        {"paths":{"/a":{"put":{"x":1}},"/b":{"get":{"$ref":"#/components/schemas/Page"}}},
                         "components":{"schemas":{"Page":{"type":"array"},"Problem":{"type":"object"}}}}\
                        """);

        JsonNode joined =
                ApiDocument.join(json, Map.of("purpose", purpose, "contribution", contribution));

        assertThat(joined.at("/paths/~1a/get/$ref").asString())
                .isEqualTo("#/components/schemas/Page");
        assertThat(joined.at("/paths/~1a/put/x").asInt()).isEqualTo(1);
        assertThat(joined.at("/paths/~1b/get/$ref").asString())
                .isEqualTo("#/components/schemas/PurposePage");
        assertThat(joined.at("/components/schemas").propertyNames())
                .containsExactlyInAnyOrder("Page", "PurposePage", "Problem");
        assertThat(joined.at("/components/schemas/PurposePage/type").asString()).isEqualTo("array");
    }

    @Test
    void the_document_and_its_page_are_served_from_here() {
        assertThat(browser().get("/openapi.json").getResponseBody())
                .startsWith("{\"openapi\":\"3.1.0\"");
        assertThat(browser().get("/docs").getResponseBody()).contains("Commonweal API");
        assertThat(browser().get("/docs/show.js").getStatus()).isEqualTo(HttpStatus.OK);
        var styles =
                browser()
                        .send(
                                HttpMethod.GET,
                                "/docs/swagger-ui.css",
                                request -> request.header("Accept-Encoding", "gzip"));
        assertThat(styles.getStatus()).isEqualTo(HttpStatus.OK);
        assertThat(styles.getResponseHeaders().getFirst("Content-Encoding")).isEqualTo("gzip");
    }
}
