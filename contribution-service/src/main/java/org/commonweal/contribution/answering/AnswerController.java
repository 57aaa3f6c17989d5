package org.commonweal.contribution.answering;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.UUID;
import org.commonweal.contribution.answering.AnswerContribution.Command;
import org.commonweal.contribution.answering.AnswerContribution.Result;
import org.commonweal.contribution.reading.ContributionV1.AcknowledgementV1;
import org.commonweal.contribution.reading.ContributionV1.RefusalV1;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.CommandId;
import org.commonweal.platform.web.Problem;
import org.commonweal.platform.web.RequestHash;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A named person of another firm answers a contribution: acknowledges it, or declines it. */
@RestController
@Tag(name = "contributions")
@RequestMapping("/api/alliances/{alliance}/contributions/{contribution}")
class AnswerController {

    private final AcknowledgeContribution acknowledge;
    private final DeclineContribution decline;
    private final RequestHash hashes;
    private final Clock clock;

    AnswerController(
            AcknowledgeContribution acknowledge,
            DeclineContribution decline,
            RequestHash hashes,
            Clock clock) {
        this.acknowledge = acknowledge;
        this.decline = decline;
        this.hashes = hashes;
        this.clock = clock;
    }

    /** A word to the author, if any. */
    record AcknowledgeV1(@Size(max = 2_000) @Nullable String note) {}

    /** Why; its length is a rule of its own. */
    record DeclineV1(@Nullable String reason) {}

    @PutMapping("/acknowledgements/{id}")
    Mono<ResponseEntity<AcknowledgementV1>> acknowledgeContribution(
            Caller caller,
            @PathVariable UUID contribution,
            @PathVariable UUID id,
            @Valid @RequestBody AcknowledgeV1 request) {
        var hash = hashes.of("contribution.acknowledge/" + contribution, caller, request);
        var command = new Command(contribution, CommandId.of(id, clock), hash);
        return acknowledge.handle(caller, command, request.note()).map(this::answer);
    }

    @PutMapping("/refusals/{id}")
    Mono<ResponseEntity<RefusalV1>> declineContribution(
            Caller caller,
            @PathVariable UUID contribution,
            @PathVariable UUID id,
            @Valid @RequestBody DeclineV1 request) {
        var hash = hashes.of("contribution.decline/" + contribution, caller, request);
        var command = new Command(contribution, CommandId.of(id, clock), hash);
        var reason = request.reason() == null ? "" : request.reason();
        return decline.handle(caller, command, reason).map(this::answer);
    }

    private <T> ResponseEntity<T> answer(Result<T> result) {
        return switch (result) {
            case Result.Created<T>(var answer, _) ->
                    ResponseEntity.status(HttpStatus.CREATED).body(answer);
            case Result.Repeated<T>(var answer) -> ResponseEntity.ok(answer);
            case Result.IdTaken<T> _ -> Problem.idTaken().response();
            case Result.NotThere<T> _ -> Problem.notFound().response();
            case Result.Refused<T>(var reason, var refusing) ->
                    AnswerProblems.of(reason, refusing).response();
        };
    }
}
