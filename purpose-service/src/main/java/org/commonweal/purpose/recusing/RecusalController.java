package org.commonweal.purpose.recusing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.UUID;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.CommandId;
import org.commonweal.platform.web.Problem;
import org.commonweal.platform.web.RequestHash;
import org.commonweal.purpose.domain.ProposalId;
import org.commonweal.purpose.domain.Recusing;
import org.commonweal.purpose.loading.CastingProblems;
import org.commonweal.purpose.proposals.ProposalResponse;
import org.commonweal.purpose.proposals.Proposals;
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
@RequestMapping("/api/alliances/{alliance}/proposals/{proposal}/recusals/mine")
@Tag(name = "proposals")
class RecusalController {

    private final Recuse recuse;
    private final Proposals proposals;
    private final RequestHash hashes;
    private final Clock clock;

    RecusalController(Recuse recuse, Proposals proposals, RequestHash hashes, Clock clock) {
        this.recuse = recuse;
        this.proposals = proposals;
        this.hashes = hashes;
        this.clock = clock;
    }

    @PutMapping
    @Operation(
            summary =
                    "Leave an open ballot to the others, for my firm or for myself, or take part again",
            description =
                    "Who is recused leaves the denominator; a vote that was cast is withdrawn by it."
                            + " Refusals: recusal-reason-missing, not-a-delegate, not-in-electorate,"
                            + " ballot-not-open, ballot-closed, paper-signed, standings-stale")
    Mono<ResponseEntity<ProposalResponse>> recuse(
            Caller caller,
            @PathVariable UUID proposal,
            @RequestHeader("Idempotency-Key") UUID command,
            @Valid @RequestBody RecusalRequest body) {
        if (body.lacksReason()) {
            return Mono.just(reasonMissing().response());
        }
        var recusal =
                new Recuse.Command(
                        caller,
                        CommandId.of(command, clock),
                        new ProposalId(proposal),
                        body.words(),
                        hashes.of("recuse/" + proposal, caller, body));
        return recuse.handle(recusal)
                .flatMap(decided -> answer(decided, caller, proposal))
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }

    private Mono<ResponseEntity<ProposalResponse>> answer(
            Recusing decided, Caller caller, UUID proposal) {
        return switch (decided) {
            case Recusing.Recused _, Recusing.TakenBack _, Recusing.Unchanged _ ->
                    proposals.one(caller, proposal).map(ResponseEntity::ok);
            case Recusing.Refused(var refusal) -> Mono.just(CastingProblems.of(refusal).response());
        };
    }

    private static Problem reasonMissing() {
        return Problem.refusal(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "recusal-reason-missing",
                        "A reason is missing",
                        "Who leaves a ballot to the others says why: the others read it beside the"
                                + " electorate.")
                .error("/reason", "says why, and is missing");
    }
}
