package org.commonweal.importer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Sends chunks of lines to one place; each chunk may be sent again. */
final class Upload {

    /** A new alliance is known to all services within seconds. */
    private static final int STANDING_ATTEMPTS = 60;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Api api;
    private final UUID alliance;
    private final String path;

    Upload(Api api, UUID alliance, String path) {
        this.api = api;
        this.alliance = alliance;
        this.path = path;
    }

    /** What became of one line: kept, duplicate or rejected. */
    record Result(String status, String reason) {}

    /**
     * The results of the lines, in their order.
     *
     * @throws ImportFailedException when not every line was answered
     */
    List<Result> send(List<String> lines) {
        var body = new ByteArrayOutputStream();
        for (var line : lines) {
            body.writeBytes(line.getBytes(UTF_8));
            body.write('\n');
        }
        return results(lines.size(), Api.checked(post(body.toByteArray())));
    }

    private HttpResponse<String> post(byte[] body) {
        var response = api.post(alliance, path, BodyPublishers.ofByteArray(body));
        for (var i = 1; response.statusCode() == 404 && i < STANDING_ATTEMPTS; i++) {
            Http.pause();
            response = api.post(alliance, path, BodyPublishers.ofByteArray(body));
        }
        return response;
    }

    private static List<Result> results(int lines, HttpResponse<String> response) {
        var results =
                response.body()
                        .lines()
                        .filter(line -> !line.isBlank())
                        .map(Upload::result)
                        .toList();
        if (results.size() != lines) {
            throw new ImportFailedException(
                    "of %d lines only %d were answered; run it again to go on"
                            .formatted(lines, results.size()));
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
