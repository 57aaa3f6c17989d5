package org.commonweal.purpose.proposing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.UUID;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.CommandId;
import org.commonweal.platform.web.Problem;
import org.commonweal.platform.web.RequestHash;
import org.commonweal.purpose.domain.Approving;
import org.commonweal.purpose.domain.ProposalId;
import org.commonweal.purpose.proposals.ProposalResponse;
import org.commonweal.purpose.proposals.Proposals;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * The sponsor's way: open for what the rulebook leaves to the sponsor, until the members move it.
 */
@RestController
@RequestMapping("/api/alliances/{alliance}/proposals/{proposal}/approval")
@Tag(name = "proposals")
class ApprovalController {

    private final ApproveProposal approve;
    private final Proposals proposals;
    private final RequestHash hashes;
    private final Clock clock;

    ApprovalController(
            ApproveProposal approve, Proposals proposals, RequestHash hashes, Clock clock) {
        this.approve = approve;
        this.proposals = proposals;
        this.hashes = hashes;
        this.clock = clock;
    }

    @PutMapping
    @Operation(
            summary = "Decide for the sponsor what the rulebook leaves to it",
            description =
                    "By a delegate of the sponsor, on what is talked about. Refusals:"
                            + " decided-by-members (names the decision that moved it),"
                            + " not-the-sponsor, not-in-dialogue, nothing-to-approve,"
                            + " standings-stale")
    Mono<ResponseEntity<ProposalResponse>> approveProposal(
            Caller caller,
            @PathVariable UUID proposal,
            @RequestHeader("Idempotency-Key") UUID command) {
        return approve.handle(
                        new ApproveProposal.Command(
                                caller,
                                CommandId.of(command, clock),
                                new ProposalId(proposal),
                                hashes.of("approve/" + proposal, caller, "")))
                .flatMap(outcome -> answer(outcome, caller, proposal))
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }

    private Mono<ResponseEntity<ProposalResponse>> answer(
            ApproveProposal.Outcome outcome, Caller caller, UUID proposal) {
        return switch (outcome) {
            case ApproveProposal.Outcome.Done() -> read(caller, proposal);
            case ApproveProposal.Outcome.IdTaken() -> Mono.just(Problem.idTaken().response());
            case ApproveProposal.Outcome.Decided(var how) ->
                    switch (how) {
                        case Approving.Approved _ -> read(caller, proposal);
                        case Approving.OfMembers(var movedBy) ->
                                Mono.just(ofMembers(caller.alliance(), movedBy).response());
                        case Approving.Refused(var why) -> Mono.just(refused(why).response());
                    };
        };
    }

    private Mono<ResponseEntity<ProposalResponse>> read(Caller caller, UUID proposal) {
        return proposals.one(caller, proposal).map(ResponseEntity::ok);
    }

    private static Problem ofMembers(UUID alliance, @Nullable ProposalId movedBy) {
        var problem =
                Problem.refusal(
                        HttpStatus.FORBIDDEN,
                        "decided-by-members",
                        "The members decide this",
                        movedBy == null
                                ? "It was never the sponsor's. Open its ballot instead."
                                : "They have taken it over by a decision of theirs. Open its ballot"
                                        + " instead.");
        return movedBy == null
                ? problem
                : problem.allowed(
                        "decision",
                        "/api/alliances/%s/proposals/%s".formatted(alliance, movedBy.value()));
    }

    private static Problem refused(Approving.Refusal why) {
        return switch (why) {
            case NOT_THE_SPONSOR ->
                    Problem.refusal(
                            HttpStatus.FORBIDDEN,
                            "not-the-sponsor",
                            "Only the sponsor may do this",
                            "By the rulebook a delegate of the sponsor decides it. Ask one of them.");
            case NOT_IN_DIALOGUE ->
                    Problem.refusal(
                            HttpStatus.CONFLICT,
                            "not-in-dialogue",
                            "The proposal is not in dialogue",
                            "It was decided already, or is over.");
            case NO_ORDER ->
                    Problem.refusal(
                            HttpStatus.CONFLICT,
                            "nothing-to-approve",
                            "There is nothing to carry out",
                            "The sponsor approves what another service carries out. Put this to the"
                                    + " vote.");
        };
    }
}
