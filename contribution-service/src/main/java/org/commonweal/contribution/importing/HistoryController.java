package org.commonweal.contribution.importing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.Problem;
import org.commonweal.platform.web.RefusedException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes a history as NDJSON and answers a result per line while it comes in. A client must read the
 * results while it sends: one that does not is not read from either.
 */
@RestController
@Tag(name = "history")
class HistoryController {

    private final ImportHistory history;
    private final JsonMapper json;

    HistoryController(ImportHistory history, JsonMapper json) {
        this.history = history;
        this.json = json;
    }

    @Operation(
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                                            schema =
                                                    @Schema(
                                                            oneOf = {
                                                                HistoryLine.Contribution.class,
                                                                HistoryLine.Acknowledgement.class
                                                            }))),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "A line for each line, in the same order",
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    HistoryResultV1.class))))
    @PostMapping(
            path = "/api/alliances/{alliance}/history",
            consumes = MediaType.APPLICATION_NDJSON_VALUE,
            produces = MediaType.APPLICATION_NDJSON_VALUE)
    Mono<Void> importHistory(
            Caller caller, ServerHttpRequest request, ServerHttpResponse response) {
        return history.permission(caller)
                .flatMap(permission ->
                        switch (permission) {
                            case ALLOWED -> answer(caller, request, response);
                            case NOT_ALLOWED -> Mono.error(new RefusedException(notAllowed()));
                            case NO_STANDING ->
                                    Mono.error(new RefusedException(Problem.notFound()));
                        });
    }

    private Mono<Void> answer(
            Caller caller, ServerHttpRequest request, ServerHttpResponse response) {
        response.getHeaders().setContentType(MediaType.APPLICATION_NDJSON);
        return response.writeAndFlushWith(
                history.handle(caller, NdjsonLines.of(request.getBody()))
                        .map(results -> Mono.fromSupplier(() -> lines(results, response))));
    }

    private DataBuffer lines(List<HistoryResultV1> results, ServerHttpResponse response) {
        var bytes = new ByteArrayOutputStream();
        for (var result : results) {
            bytes.writeBytes(json.writeValueAsBytes(result));
            bytes.write('\n');
        }
        return response.bufferFactory().wrap(bytes.toByteArray());
    }

    private static Problem notAllowed() {
        return Problem.refusal(
                HttpStatus.FORBIDDEN,
                "history-not-allowed",
                "No history can be imported here by you",
                "Only the founder of an alliance that was founded with a history imports one.");
    }
}
