package org.commonweal.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every operation of a service's OpenAPI document, tried by those who may not. An operation that is
 * new fails until its body is taught here, so that none is forgotten.
 *
 * @param service as its document is named, such as {@code purpose-service}
 * @param url of the running service, without a slash at the end
 * @param bodies what each operation with a body accepts, by operation id: an object, or text as it
 *     is sent
 * @param ids of things that are there, by their name in the path, such as {@code alliance}, or for
 *     one operation alone, such as {@code readThing.id}; what is not named is new
 */
public record AccessMatrix(
        String service, String url, Map<String, ?> bodies, Map<String, UUID> ids) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int UNAVAILABLE = 503;
    private static final String OUTDATED = "agreement-outdated";
    private static final Pattern PARAMETER = Pattern.compile("\\{([a-zA-Z]+)}");

    public AccessMatrix {
        bodies = Map.copyOf(bodies);
        ids = Map.copyOf(ids);
    }

    /**
     * A test for each operation and each of these people.
     *
     * @param tokens of each, by who it is; an empty one is not sent
     * @param exempt operation ids that such people may use: say why beside the call
     */
    public Stream<DynamicTest> refuses(
            Map<String, String> tokens, int status, String kind, String... exempt) {
        return operations(exempt)
                .flatMap(operation ->
                        tokens.entrySet().stream()
                                .map(one ->
                                        DynamicTest.dynamicTest(
                                                operation.id() + " by " + one.getKey(),
                                                () ->
                                                        refused(
                                                                operation,
                                                                one.getValue(),
                                                                status,
                                                                kind))));
    }

    /**
     * A test for each operation that writes: a member who has not accepted what acting requires is
     * told where to.
     *
     * @param exempt operation ids that such a member may use: say why beside the call
     */
    public Stream<DynamicTest> waitsForAgreement(String token, String... exempt) {
        return operations(exempt)
                .filter(ApiOperation::isWriting)
                .map(operation ->
                        DynamicTest.dynamicTest(
                                operation.id() + " waits for an agreement",
                                () ->
                                        assertThat(
                                                        problem(operation, token, 403, OUTDATED)
                                                                .at("/allowed/accept")
                                                                .asString())
                                                .contains("/agreements/")));
    }

    private Stream<ApiOperation> operations(String... exempt) {
        var all = ApiOperation.allOf(service);
        var may = Set.of(exempt);
        assertThat(all).extracting(ApiOperation::id).containsAll(may);
        return all.stream().filter(operation -> !may.contains(operation.id()));
    }

    private void refused(ApiOperation operation, String token, int status, String kind) {
        assertThat(problem(operation, token, status, kind).propertyNames())
                .as("what is refused says nothing of what is there")
                .isSubsetOf("type", "title", "status", "detail", "instance");
    }

    private ObjectNode problem(ApiOperation operation, String token, int status, String kind) {
        var answer = send(operation, token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        var problem = (ObjectNode) JSON.readTree(answer.body());
        assertThat(problem.path("type").asString()).isEqualTo("urn:commonweal:refusal:" + kind);
        return problem;
    }

    /** Again where it is said to come again: on a slow machine standings can be old. */
    HttpResponse<String> send(ApiOperation operation, String token) {
        return Awaitility.await()
                .pollDelay(Duration.ZERO)
                .until(() -> sendOnce(operation, token), one -> one.statusCode() != UNAVAILABLE);
    }

    private HttpResponse<String> sendOnce(ApiOperation operation, String token)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(url + address(operation)))
                        .header("Idempotency-Key", id().toString())
                        .header("If-Match", "\"1\"")
                        .method(
                                operation.method(),
                                operation
                                        .contentType()
                                        .map(_ -> BodyPublishers.ofString(body(operation)))
                                        .orElseGet(BodyPublishers::noBody));
        operation.contentType().ifPresent(type -> request.header("Content-Type", type));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private String address(ApiOperation operation) {
        return PARAMETER
                        .matcher(operation.path())
                        .replaceAll(name -> id(operation, name.group(1)).toString())
                + operation.query();
    }

    private UUID id(ApiOperation operation, String name) {
        var ofAll = ids.get(name);
        return ids.getOrDefault(operation.id() + "." + name, ofAll == null ? id() : ofAll);
    }

    private String body(ApiOperation operation) {
        var body = bodies.get(operation.id());
        if (body == null) {
            throw new AssertionError("teach this test a body of the operation " + operation.id());
        }
        return body instanceof String text ? text : JSON.writeValueAsString(body);
    }

    /** A new UUIDv7, as a client makes it. */
    static UUID id() {
        var chance = ThreadLocalRandom.current();
        return new UUID(
                System.currentTimeMillis() << 16 | 0x7000 | chance.nextInt(0x1000),
                chance.nextLong() >>> 2 | Long.MIN_VALUE);
    }
}
