package org.commonweal.membership.merging;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.util.UUID;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.CommandId;
import org.commonweal.platform.web.Problem;
import org.commonweal.platform.web.RequestHash;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The other firm's answer to a proposed merger, and taking it back. */
@RestController
@RequestMapping("/api/alliances/{alliance}/mergers/{id}")
@Tag(name = "mergers")
class MergerAnswersController {

    private final AnswerMerger answer;
    private final Mergers mergers;
    private final RequestHash hash;
    private final Clock clock;

    MergerAnswersController(AnswerMerger answer, Mergers mergers, RequestHash hash, Clock clock) {
        this.answer = answer;
        this.mergers = mergers;
        this.hash = hash;
        this.clock = clock;
    }

    /** The firm takes the other one in, with all its people, at once. */
    @PutMapping("/acceptance")
    Mono<ResponseEntity<MergerView>> acceptMerger(
            @PathVariable UUID id,
            Caller caller,
            @RequestHeader("Idempotency-Key") UUID key,
            @Valid @RequestBody MergerAcceptance request) {
        var command = command("accept-merger/", id, caller, key, request);
        return answered(command, answer.accept(command, request.people()));
    }

    @PutMapping("/declination")
    Mono<ResponseEntity<MergerView>> declineMerger(
            @PathVariable UUID id, Caller caller, @RequestHeader("Idempotency-Key") UUID key) {
        var command = command("decline-merger/", id, caller, key, "");
        return answered(command, answer.decline(command));
    }

    /** By an administrator of the firm that has proposed it. */
    @PutMapping("/withdrawal")
    Mono<ResponseEntity<MergerView>> withdrawMerger(
            @PathVariable UUID id, Caller caller, @RequestHeader("Idempotency-Key") UUID key) {
        var command = command("withdraw-merger/", id, caller, key, "");
        return answered(command, answer.withdraw(command));
    }

    private AnswerMerger.Command command(
            String operation, UUID id, Caller caller, UUID key, Object request) {
        return new AnswerMerger.Command(
                CommandId.of(key, clock), hash.of(operation + id, caller, request), caller, id);
    }

    private Mono<ResponseEntity<MergerView>> answered(
            AnswerMerger.Command command, Mono<Outcome> act) {
        return act.flatMap(outcome ->
                        outcome instanceof Outcome.Done(_)
                                ? mergers.one(command.caller(), command.merger())
                                        .map(ResponseEntity::ok)
                                : Mono.just(problem(outcome).<MergerView>response()))
                .defaultIfEmpty(Problem.notFound().response());
    }

    static Problem problem(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Refused(var reason) -> MergerProblems.of(reason);
            case Outcome.ChangedMeanwhile() -> Problem.changedMeanwhile();
            case Outcome.IdTaken(), Outcome.Done(_) -> Problem.idTaken();
        };
    }

    /**
     * @param people how many memberships come, as it was read beforehand
     */
    record MergerAcceptance(@Min(1) @Max(1_000_000) long people) {}
}
