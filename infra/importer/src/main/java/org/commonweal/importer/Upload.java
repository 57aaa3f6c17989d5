package org.commonweal.importer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends lines in chunks, each of which may be sent again, and hands every line's result on. One
 * chunk follows the other: an acknowledgement must not overtake its contribution.
 */
final class Upload {

    static final int CHUNK_LINES = 2_000;
    private static final int CHUNK_BYTES = 1_000_000;

    /** A new alliance is known to all services within seconds. */
    private static final int STANDING_ATTEMPTS = 60;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Api api;
    private final UUID alliance;
    private final String path;
    private final List<byte[]> chunk = new ArrayList<>();
    private int bytes;

    Upload(Api api, UUID alliance, String path) {
        this.api = api;
        this.alliance = alliance;
        this.path = path;
    }

    /** What became of one line: kept, duplicate or rejected. */
    record Result(String status, String reason) {}

    /** True when the chunk is full and should be sent. */
    boolean add(String line) {
        var encoded = line.getBytes(UTF_8);
        chunk.add(encoded);
        bytes += encoded.length + 1;
        return chunk.size() >= CHUNK_LINES || bytes >= CHUNK_BYTES;
    }

    /** The results of the lines added since the last time, in their order. */
    List<Result> send() {
        if (chunk.isEmpty()) {
            return List.of();
        }
        var body = new ByteArrayOutputStream(bytes);
        for (var line : chunk) {
            body.writeBytes(line);
            body.write('\n');
        }
        var results = results(Api.checked(post(body.toByteArray())));
        chunk.clear();
        bytes = 0;
        return results;
    }

    private HttpResponse<String> post(byte[] body) {
        var response = api.post(alliance, path, BodyPublishers.ofByteArray(body));
        for (var i = 1; response.statusCode() == 404 && i < STANDING_ATTEMPTS; i++) {
            Http.pause();
            response = api.post(alliance, path, BodyPublishers.ofByteArray(body));
        }
        return response;
    }

    private List<Result> results(HttpResponse<String> response) {
        var results =
                response.body()
                        .lines()
                        .filter(line -> !line.isBlank())
                        .map(Upload::result)
                        .toList();
        if (results.size() != chunk.size()) {
            throw new ImportFailedException(
                    "of %d lines only %d were answered; run it again to go on"
                            .formatted(chunk.size(), results.size()));
        }
        return results;
    }

    private static Result result(String line) {
        try {
            var result = JSON.readTree(line);
            return new Result(
                    result.path("status").asString(""), result.path("reason").asString(""));
        } catch (JacksonException cut) {
            throw new ImportFailedException(
                    "the answer ended in the middle of a line; run it again to go on");
        }
    }
}
