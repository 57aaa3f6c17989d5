package org.commonweal.purpose.dialogue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.UUID;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.CommandId;
import org.commonweal.platform.web.Problem;
import org.commonweal.platform.web.RequestHash;
import org.commonweal.purpose.domain.ProposalId;
import org.commonweal.purpose.domain.Speaking;
import org.commonweal.purpose.loading.SpeakingProblems;
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
@Tag(name = "dialogue")
class SettleController {

    private final SettleConcern settleConcern;
    private final WithdrawProposal withdrawProposal;
    private final Conversations conversations;
    private final RequestHash hashes;
    private final Clock clock;

    SettleController(
            SettleConcern settleConcern,
            WithdrawProposal withdrawProposal,
            Conversations conversations,
            RequestHash hashes,
            Clock clock) {
        this.settleConcern = settleConcern;
        this.withdrawProposal = withdrawProposal;
        this.conversations = conversations;
        this.hashes = hashes;
        this.clock = clock;
    }

    @PutMapping("/concerns/{concern}/resolution")
    @Operation(
            summary = "Say that my concern is resolved, or that it stands after all",
            description = "Refusals: not-who-raised-it, not-in-dialogue")
    Mono<ResponseEntity<DialogueResponse>> resolveConcern(
            Caller caller,
            @PathVariable UUID proposal,
            @PathVariable UUID concern,
            @RequestHeader("Idempotency-Key") UUID command,
            @Valid @RequestBody Resolution body) {
        return settleConcern
                .handle(
                        new SettleConcern.Command(
                                caller,
                                CommandId.of(command, clock),
                                new ProposalId(proposal),
                                concern,
                                body.resolved(),
                                hashes.of("resolve/" + concern, caller, body)))
                .flatMap(speaking -> answer(speaking, caller, proposal))
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }

    @PutMapping("/withdrawal")
    @Operation(
            summary = "Take back what I brought up, before its ballot opens",
            description = "Refusals: not-who-brought-it-up, not-in-dialogue")
    Mono<ResponseEntity<DialogueResponse>> withdrawProposal(
            Caller caller,
            @PathVariable UUID proposal,
            @RequestHeader("Idempotency-Key") UUID command) {
        return withdrawProposal
                .handle(
                        new WithdrawProposal.Command(
                                caller,
                                CommandId.of(command, clock),
                                new ProposalId(proposal),
                                hashes.of("withdraw/" + proposal, caller, "")))
                .flatMap(speaking -> answer(speaking, caller, proposal))
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }

    private Mono<ResponseEntity<DialogueResponse>> answer(
            Speaking speaking, Caller caller, UUID proposal) {
        return switch (speaking) {
            case Speaking.Spoken _, Speaking.Repeated _ ->
                    conversations.of(caller, proposal).map(ResponseEntity::ok);
            case Speaking.Refused(var why) -> Mono.just(SpeakingProblems.of(why).response());
        };
    }

    @Schema(name = "ConcernResolution")
    record Resolution(@NotNull Boolean resolved) {}
}
