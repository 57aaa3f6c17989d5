package org.commonweal.platform.brokering;

import java.util.Map;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClient.RequestHeadersSpec;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The realm's administration, by an account that may do no more than firms' logins need. */
final class AdminApi {

    private final WebClient client;
    private final BrokeringProperties properties;
    private final JsonMapper json;

    AdminApi(WebClient client, BrokeringProperties properties, JsonMapper json) {
        this.client = client;
        this.properties = properties;
        this.json = json;
    }

    /** A session for the few requests of one act. */
    Mono<Session> open() {
        return client.post()
                .uri(properties.backchannel() + "/protocol/openid-connect/token")
                .body(
                        BodyInserters.fromFormData("grant_type", "client_credentials")
                                .with("client_id", properties.clientId())
                                .with("client_secret", properties.clientSecret()))
                .retrieve()
                .bodyToMono(String.class)
                .timeout(properties.answerTimeMax())
                .map(body -> new Session(json.readTree(body).path("access_token").asString()));
    }

    /** What the realm answered. */
    record Answer(int status, JsonNode body) {

        boolean isMissing() {
            return status == 404;
        }

        boolean isDone() {
            return status < 300;
        }

        /** Else the realm is away or refuses us, which is no firm's fault. */
        Answer done() {
            if (!isDone()) {
                throw new IllegalStateException("the realm answers " + status);
            }
            return this;
        }
    }

    /** A bearer of the account. */
    final class Session {

        private final String token;

        private Session(String token) {
            this.token = token;
        }

        Mono<Answer> get(String path, Object... variables) {
            return send(client.get().uri(properties.admin() + path, variables));
        }

        Mono<Answer> delete(String path, Object... variables) {
            return send(client.delete().uri(properties.admin() + path, variables));
        }

        Mono<Answer> post(Object body, String path, Object... variables) {
            return write(HttpMethod.POST, body, path, variables);
        }

        Mono<Answer> put(Object body, String path, Object... variables) {
            return write(HttpMethod.PUT, body, path, variables);
        }

        private Mono<Answer> write(
                HttpMethod method, Object body, String path, Object... variables) {
            return send(
                    client.method(method)
                            .uri(properties.admin() + path, variables)
                            .contentType(MediaType.APPLICATION_JSON)
                            .bodyValue(json.writeValueAsString(body)));
        }

        /** The settings that follow from a SAML metadata document, as the realm reads it. */
        Mono<Answer> readMetadata(String document) {
            var form = new MultipartBodyBuilder();
            form.part("providerId", "saml");
            form.part("file", new ByteArrayResource(document.getBytes(UTF_8)))
                    .filename("metadata.xml");
            return send(
                    client.post()
                            .uri(properties.admin() + "/identity-provider/import-config")
                            .body(BodyInserters.fromMultipartData(form.build())));
        }

        private Mono<Answer> send(RequestHeadersSpec<?> request) {
            return request.headers(headers -> headers.setBearerAuth(token))
                    .exchangeToMono(answer ->
                            answer.bodyToMono(String.class)
                                    .defaultIfEmpty("")
                                    .map(body ->
                                            new Answer(answer.statusCode().value(), parsed(body))))
                    .timeout(properties.answerTimeMax());
        }

        private JsonNode parsed(String body) {
            return body.startsWith("{") || body.startsWith("[")
                    ? json.readTree(body)
                    : json.valueToTree(Map.of());
        }
    }

    private static final java.nio.charset.Charset UTF_8 = java.nio.charset.StandardCharsets.UTF_8;
}
