package org.commonweal.purpose.proposing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.CommandId;
import org.commonweal.platform.web.Problem;
import org.commonweal.platform.web.RequestHash;
import org.commonweal.purpose.domain.Opening;
import org.commonweal.purpose.domain.ProposalId;
import org.commonweal.purpose.domain.Wish;
import org.commonweal.purpose.proposals.ProposalResponse;
import org.commonweal.purpose.proposals.Proposals;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/alliances/{alliance}/proposals/{proposal}")
@Tag(name = "proposals")
class ProposeController {

    private final OpenProposal openProposal;
    private final Proposals proposals;
    private final RequestHash hashes;
    private final Clock clock;

    ProposeController(
            OpenProposal openProposal, Proposals proposals, RequestHash hashes, Clock clock) {
        this.openProposal = openProposal;
        this.proposals = proposals;
        this.hashes = hashes;
        this.clock = clock;
    }

    @PutMapping
    @Operation(
            summary = "Put something to the vote; any member may",
            description =
                    "A draft to ratify, more time for the active purpose, its end, or other terms of"
                            + " the charter: exactly one. Refusals: class-not-allowed, purpose-incomplete"
                            + " (names each missing part), ballot-too-short, ballot-too-long, purpose-unknown,"
                            + " purpose-closed, purpose-already-active, purpose-already-proposed,"
                            + " purpose-not-ratified, deadline-not-later, charter-already-proposed,"
                            + " charter-unchanged, ballot-minimum-out-of-range, nobody-may-vote,"
                            + " standings-stale")
    @ApiResponse(responseCode = "201", description = "Opened", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "As before", useReturnTypeSchema = true)
    Mono<ResponseEntity<ProposalResponse>> propose(
            Caller caller, @PathVariable UUID proposal, @Valid @RequestBody ProposeRequest body) {
        return body.wish()
                .map(wish -> command(caller, proposal, wish, body))
                .map(command -> propose(command, caller, proposal))
                .orElseGet(() -> Mono.just(notOneMotion().response()));
    }

    private OpenProposal.Command command(
            Caller caller, UUID proposal, Wish wish, ProposeRequest body) {
        return new OpenProposal.Command(
                caller,
                new ProposalId(CommandId.of(proposal, clock)),
                wish,
                body.closesAt().truncatedTo(ChronoUnit.MILLIS),
                hashes.of("propose", caller, body));
    }

    private Mono<ResponseEntity<ProposalResponse>> propose(
            OpenProposal.Command command, Caller caller, UUID proposal) {
        return openProposal
                .handle(command)
                .flatMap(opening -> answer(opening, caller, proposal))
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }

    private Mono<ResponseEntity<ProposalResponse>> answer(
            Opening opening, Caller caller, UUID proposal) {
        return switch (opening) {
            case Opening.Opened _ -> read(caller, proposal, HttpStatus.CREATED);
            case Opening.Repeated _ -> read(caller, proposal, HttpStatus.OK);
            case Opening.Refused refused -> Mono.just(OpeningProblems.of(refused).response());
        };
    }

    private Mono<ResponseEntity<ProposalResponse>> read(
            Caller caller, UUID proposal, HttpStatus status) {
        return proposals
                .one(caller, proposal)
                .map(found -> ResponseEntity.status(status).body(found));
    }

    private static Problem notOneMotion() {
        return Problem.refusal(
                HttpStatus.BAD_REQUEST,
                "not-readable",
                "The request is not readable",
                "A ballot decides one thing: name exactly one of purpose, renewal, conclusion and"
                        + " charter.");
    }
}
