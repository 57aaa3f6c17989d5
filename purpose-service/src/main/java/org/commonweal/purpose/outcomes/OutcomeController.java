package org.commonweal.purpose.outcomes;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.CommandId;
import org.commonweal.platform.web.IfMatch;
import org.commonweal.platform.web.Problem;
import org.commonweal.platform.web.RequestHash;
import org.commonweal.purpose.domain.Afterwards;
import org.commonweal.purpose.domain.ProposalId;
import org.commonweal.purpose.proposals.ProposalResponse;
import org.commonweal.purpose.proposals.Proposals;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/alliances/{alliance}/proposals/{proposal}")
@Tag(name = "proposals")
class OutcomeController {

    private final SpeakOfDecision speak;
    private final Proposals proposals;
    private final RequestHash hashes;
    private final Clock clock;

    OutcomeController(SpeakOfDecision speak, Proposals proposals, RequestHash hashes, Clock clock) {
        this.speak = speak;
        this.proposals = proposals;
        this.hashes = hashes;
        this.clock = clock;
    }

    @PutMapping("/outcome")
    @Operation(
            summary = "Say what came of a decision, and when it is looked at again",
            description =
                    "Who proposed it, or a delegate of that firm when the proposer has left. Said"
                            + " anew, from the version in If-Match, it is another version."
                            + " Refusals: class-not-allowed, not-who-proposed, not-decided,"
                            + " changed-meanwhile, said-too-often, nothing-to-review, decision-ended,"
                            + " review-day-out-of-range")
    Mono<ResponseEntity<ProposalResponse>> stateOutcome(
            Caller caller,
            @PathVariable UUID proposal,
            @RequestHeader("Idempotency-Key") UUID command,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody OutcomeRequest body) {
        var stating =
                new Act.Stating(
                        command(caller, command, proposal, "outcome/" + ifMatch, body),
                        body.statement(),
                        Optional.ofNullable(body.reviewOn()),
                        read(ifMatch));
        return said(stating, HttpStatus.OK, "/reviewOn");
    }

    @PutMapping("/reviews/{review}")
    @Operation(
            summary = "Say what is found when an adopted decision is looked at again",
            description =
                    "Whoever may say what came of it, on the day for it or before. Refusals:"
                            + " class-not-allowed, not-who-proposed, outcome-not-stated, said-too-often,"
                            + " nothing-to-review, decision-ended, only-kept-is-reviewed-again,"
                            + " review-day-out-of-range, follow-up-unknown")
    @ApiResponse(responseCode = "201", description = "Reviewed", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "As before", useReturnTypeSchema = true)
    Mono<ResponseEntity<ProposalResponse>> reviewDecision(
            Caller caller,
            @PathVariable UUID proposal,
            @PathVariable UUID review,
            @Valid @RequestBody ReviewRequest body) {
        var reviewing =
                new Act.Reviewing(
                        command(caller, review, proposal, "review", body),
                        body.text().strip(),
                        body.finding(),
                        Optional.ofNullable(body.nextReviewOn()),
                        Optional.ofNullable(body.followUp()).map(ProposalId::new));
        return said(reviewing, HttpStatus.CREATED, "/nextReviewOn");
    }

    private Act.Command command(Caller caller, UUID id, UUID proposal, String act, Object body) {
        return new Act.Command(
                caller,
                CommandId.of(id, clock),
                new ProposalId(proposal),
                hashes.of(act + "/" + proposal, caller, body));
    }

    private Mono<ResponseEntity<ProposalResponse>> said(Act act, HttpStatus said, String day) {
        return speak.handle(act)
                .flatMap(decision -> answer(decision, act.command(), said, day))
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }

    private Mono<ResponseEntity<ProposalResponse>> answer(
            Afterwards decision, Act.Command command, HttpStatus said, String day) {
        return switch (decision) {
            case Afterwards.Said _ -> read(command, said);
            case Afterwards.Repeated _ -> read(command, HttpStatus.OK);
            case Afterwards.Refused(var refusal) ->
                    Mono.just(OutcomeProblems.of(refusal, day).response());
        };
    }

    private Mono<ResponseEntity<ProposalResponse>> read(Act.Command command, HttpStatus status) {
        return proposals
                .one(command.caller(), command.proposal().value())
                .map(found -> ResponseEntity.status(status).body(found));
    }

    /** Who names no version has read that nothing was said. */
    private static long read(@Nullable String ifMatch) {
        return ifMatch == null ? 0 : IfMatch.version(ifMatch, "the version of the outcome");
    }
}
