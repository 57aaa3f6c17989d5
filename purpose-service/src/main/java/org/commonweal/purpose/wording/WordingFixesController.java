package org.commonweal.purpose.wording;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.UUID;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.CommandId;
import org.commonweal.platform.web.Limit;
import org.commonweal.platform.web.Page;
import org.commonweal.platform.web.Problem;
import org.commonweal.platform.web.RequestHash;
import org.commonweal.purpose.domain.Challenging;
import org.commonweal.purpose.loading.ClassProblems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Proposed words are read, and called major by whoever thinks so. */
@RestController
@RequestMapping("/api/alliances/{alliance}/wording-fixes")
@Tag(name = "purpose")
class WordingFixesController {

    private final WordingFixes fixes;
    private final ChallengeWording challenge;
    private final RequestHash hashes;
    private final Clock clock;

    WordingFixesController(
            WordingFixes fixes, ChallengeWording challenge, RequestHash hashes, Clock clock) {
        this.fixes = fixes;
        this.challenge = challenge;
        this.hashes = hashes;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "Words that were proposed for a purpose, the newest first")
    Mono<ResponseEntity<Page<WordingFixResponse>>> wordingFixes(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Limit.DEFAULT) int limit) {
        return fixes.page(caller, cursor, Limit.of(limit))
                .map(ResponseEntity::ok)
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }

    @GetMapping("/{fix}")
    @Operation(summary = "Proposed words, beside what the purpose said before")
    Mono<ResponseEntity<WordingFixResponse>> wordingFix(Caller caller, @PathVariable UUID fix) {
        return fixes.one(caller, fix)
                .map(ResponseEntity::ok)
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }

    /** Why it is more than a wording; that one is needed is a rule, not the form. */
    @io.swagger.v3.oas.annotations.media.Schema(name = "WordingChallenge")
    record ChallengeRequest(@NotNull @Size(max = 2_000) String reason) {}

    @PutMapping("/{fix}/challenges/{challenge}")
    @Operation(
            summary = "Call proposed words a major change, which stops them; any member may",
            description = "Refusals: challenge-reason-missing, wording-over, class-not-allowed")
    @ApiResponse(responseCode = "201", description = "Stopped", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "As before", useReturnTypeSchema = true)
    Mono<ResponseEntity<WordingFixResponse>> challengeWording(
            Caller caller,
            @PathVariable UUID fix,
            @PathVariable UUID challenge,
            @Valid @RequestBody ChallengeRequest body) {
        var command =
                new ChallengeWording.Command(
                        caller,
                        CommandId.of(challenge, clock),
                        fix,
                        body.reason().strip(),
                        hashes.of("challenge-wording/" + fix, caller, body));
        return this.challenge
                .handle(command)
                .flatMap(decision -> answer(decision, caller, fix))
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }

    private Mono<ResponseEntity<WordingFixResponse>> answer(
            Challenging decision, Caller caller, UUID fix) {
        return switch (decision) {
            case STOPPED -> read(caller, fix, HttpStatus.CREATED);
            case REPEATED -> read(caller, fix, HttpStatus.OK);
            case ID_TAKEN -> Mono.just(Problem.idTaken().response());
            case CLASS_NOT_ALLOWED -> Mono.just(ClassProblems.membersAlone().response());
            case REASON_MISSING -> Mono.just(reasonMissing().response());
            case OVER -> Mono.just(over().response());
        };
    }

    private Mono<ResponseEntity<WordingFixResponse>> read(
            Caller caller, UUID fix, HttpStatus status) {
        return fixes.one(caller, fix).map(found -> ResponseEntity.status(status).body(found));
    }

    private static Problem reasonMissing() {
        return Problem.refusal(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "challenge-reason-missing",
                        "Say why it is more than a wording",
                        "Whoever proposed it, and all others, read what it would change.")
                .error("/reason", "is missing");
    }

    private static Problem over() {
        return Problem.refusal(
                HttpStatus.CONFLICT,
                "wording-over",
                "The time to call it major is over",
                "These words are in force, or were stopped. You may propose other ones.");
    }
}
