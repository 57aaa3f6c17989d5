package org.commonweal.purpose.caucus;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.UUID;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.CommandId;
import org.commonweal.platform.web.Problem;
import org.commonweal.platform.web.RequestHash;
import org.commonweal.purpose.domain.Conferring;
import org.commonweal.purpose.loading.CastingProblems;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/alliances/{alliance}/proposals/{proposal}/caucus")
@Tag(name = "proposals")
class CaucusController {

    private final Confer confer;
    private final Caucuses caucuses;
    private final RequestHash hashes;
    private final Clock clock;

    CaucusController(Confer confer, Caucuses caucuses, RequestHash hashes, Clock clock) {
        this.confer = confer;
        this.caucuses = caucuses;
        this.hashes = hashes;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "What people of my own firm think of a ballot; nobody else reads it")
    Mono<ResponseEntity<CaucusResponse>> caucus(Caller caller, @PathVariable UUID proposal) {
        return caucuses.of(caller, proposal)
                .map(ResponseEntity::ok)
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }

    @PutMapping("/mine")
    @Operation(
            summary = "Say what my firm should say; the last one counts",
            description =
                    "Refusals: split-not-offered, not-in-electorate, recused, ballot-not-open,"
                            + " ballot-closed, choice-not-offered, standings-stale")
    Mono<ResponseEntity<CaucusResponse>> confer(
            Caller caller,
            @PathVariable UUID proposal,
            @RequestHeader("Idempotency-Key") UUID command,
            @Valid @RequestBody CaucusRequest body) {
        var said =
                new Confer.Command(
                        caller,
                        CommandId.of(command, clock),
                        proposal,
                        body.choice(),
                        hashes.of("caucus/" + proposal, caller, body));
        return confer.handle(said)
                .flatMap(decided -> answer(decided, caller, proposal))
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }

    private Mono<ResponseEntity<CaucusResponse>> answer(
            Conferring decided, Caller caller, UUID proposal) {
        return switch (decided) {
            case Conferring.Said _, Conferring.Repeated _ ->
                    caucuses.of(caller, proposal).map(ResponseEntity::ok);
            case Conferring.Refused(var refusal) ->
                    Mono.just(CastingProblems.of(refusal).response());
        };
    }
}
