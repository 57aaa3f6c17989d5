package org.commonweal.purpose.forking;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.UUID;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.CommandId;
import org.commonweal.platform.web.Limit;
import org.commonweal.platform.web.Page;
import org.commonweal.platform.web.Problem;
import org.commonweal.platform.web.RequestHash;
import org.commonweal.purpose.domain.Forking;
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

/** Communities for another purpose: prepared, and read with whom they affect. */
@RestController
@RequestMapping("/api/alliances/{alliance}/forks")
@Tag(name = "forks")
class ForksController {

    private final PrepareFork prepare;
    private final Forks forks;
    private final RequestHash hashes;
    private final Clock clock;

    ForksController(PrepareFork prepare, Forks forks, RequestHash hashes, Clock clock) {
        this.prepare = prepare;
        this.forks = forks;
        this.hashes = hashes;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "Communities for another purpose that were prepared here, newest first")
    Mono<ResponseEntity<Page<ForkResponse>>> forks(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Limit.DEFAULT) int limit) {
        return forks.page(caller, cursor, Limit.of(limit))
                .map(ResponseEntity::ok)
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }

    @GetMapping("/{fork}")
    @Operation(summary = "One of them, with whom it affects")
    Mono<ResponseEntity<ForkResponse>> fork(Caller caller, @PathVariable UUID fork) {
        return forks.one(caller, fork)
                .map(ResponseEntity::ok)
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }

    @PutMapping("/{fork}")
    @Operation(
            summary = "Prepare a community for another purpose; any member may",
            description =
                    "It changes nothing here. Whoever prepared it founds it as an alliance of its"
                            + " own, with nobody in it but the founder. Refusals:"
                            + " fork-changes-nothing, purpose-not-ratified, class-not-allowed")
    @ApiResponse(responseCode = "201", description = "Prepared", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "As before", useReturnTypeSchema = true)
    Mono<ResponseEntity<ForkResponse>> prepareFork(
            Caller caller, @PathVariable UUID fork, @Valid @RequestBody ForkRequest body) {
        var command =
                new PrepareFork.Command(
                        caller,
                        CommandId.of(fork, clock),
                        body.plan(),
                        body.reason().strip(),
                        hashes.of("prepare-fork", caller, body));
        return prepare.handle(command)
                .flatMap(decision -> answer(decision, caller, fork))
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }

    private Mono<ResponseEntity<ForkResponse>> answer(Forking decision, Caller caller, UUID fork) {
        return switch (decision) {
            case Forking.Prepared _ -> read(caller, fork, HttpStatus.CREATED);
            case Forking.Repeated _ -> read(caller, fork, HttpStatus.OK);
            case Forking.Refused(Forking.Refusal refusal) ->
                    Mono.just(problem(refusal, caller).response());
        };
    }

    private Mono<ResponseEntity<ForkResponse>> read(Caller caller, UUID fork, HttpStatus status) {
        return forks.one(caller, fork).map(found -> ResponseEntity.status(status).body(found));
    }

    private static Problem problem(Forking.Refusal refusal, Caller caller) {
        return switch (refusal) {
            case ID_TAKEN -> Problem.idTaken();
            case CLASS_NOT_ALLOWED -> ClassProblems.membersAlone();
            case PURPOSE_NOT_RATIFIED ->
                    Problem.refusal(
                            HttpStatus.CONFLICT,
                            "purpose-not-ratified",
                            "There is no active purpose",
                            "While nothing is ratified, change the draft, or begin another one.");
            case CHANGES_NOTHING ->
                    Problem.refusal(
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    "fork-changes-nothing",
                                    "This would be the same community",
                                    "Say what it is for, who reads or who may be a member, as far"
                                            + " as it is other than here.")
                            .allowed(
                                    "wording",
                                    "/api/alliances/%s/purpose".formatted(caller.alliance()));
        };
    }
}
