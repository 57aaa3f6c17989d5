package org.commonweal.purpose.wording;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.UUID;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.CommandId;
import org.commonweal.platform.web.IfMatch;
import org.commonweal.platform.web.Problem;
import org.commonweal.platform.web.RequestHash;
import org.commonweal.purpose.domain.Rewording;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** An active purpose is never changed in place: other words wait, another thing is a fork. */
@RestController
@Tag(name = "purpose")
class AmendPurposeController {

    private final ProposeWording propose;
    private final WordingFixes fixes;
    private final RequestHash hashes;
    private final Clock clock;

    AmendPurposeController(
            ProposeWording propose, WordingFixes fixes, RequestHash hashes, Clock clock) {
        this.propose = propose;
        this.fixes = fixes;
        this.hashes = hashes;
        this.clock = clock;
    }

    @PatchMapping("/api/alliances/{alliance}/purpose")
    @Operation(
            summary = "Propose other words for the active purpose (merge patch); any member may",
            description =
                    "They are in force at the end of their window, unless a member calls them a"
                            + " major change. From the version in If-Match. Refusals:"
                            + " purpose-change-is-a-fork, deadline-by-ballot, wording-unchanged,"
                            + " wording-open, purpose-not-ratified, class-not-allowed")
    @ApiResponse(responseCode = "200", description = "Proposed", useReturnTypeSchema = true)
    Mono<ResponseEntity<WordingFixResponse>> amendPurpose(
            Caller caller,
            @RequestHeader("Idempotency-Key") UUID command,
            @RequestHeader("If-Match") String ifMatch,
            @Valid @RequestBody PurposeChange body) {
        var wording =
                new ProposeWording.Command(
                        caller,
                        CommandId.of(command, clock),
                        IfMatch.version(ifMatch, "the version of the purpose"),
                        body,
                        hashes.of("amend-purpose/" + ifMatch, caller, body.asked()));
        return propose.handle(wording)
                .flatMap(decision -> answer(decision, caller, command))
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }

    private Mono<ResponseEntity<WordingFixResponse>> answer(
            Rewording decision, Caller caller, UUID fix) {
        return switch (decision) {
            case Rewording.Proposed _, Rewording.Repeated _ ->
                    fixes.one(caller, fix)
                            .map(found -> ResponseEntity.status(HttpStatus.OK).body(found));
            case Rewording.Fork fork ->
                    Mono.just(WordingProblems.fork(fork, caller.alliance()).response());
            case Rewording.Refused(Rewording.Refusal refusal) ->
                    Mono.just(WordingProblems.of(refusal, caller.alliance()).response());
        };
    }
}
