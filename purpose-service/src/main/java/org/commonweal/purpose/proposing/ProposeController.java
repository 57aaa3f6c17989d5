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
import org.commonweal.purpose.domain.PurposeId;
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
            summary = "Put a purpose to the vote; any member may",
            description =
                    "Refusals: purpose-incomplete (names each missing part), ballot-too-short,"
                            + " ballot-too-long, purpose-unknown, purpose-closed,"
                            + " purpose-already-active, purpose-already-proposed, nobody-may-vote,"
                            + " standings-stale")
    @ApiResponse(responseCode = "201", description = "Opened", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "As before", useReturnTypeSchema = true)
    Mono<ResponseEntity<ProposalResponse>> propose(
            Caller caller, @PathVariable UUID proposal, @Valid @RequestBody ProposeRequest body) {
        var command =
                new OpenProposal.Command(
                        caller,
                        new ProposalId(CommandId.of(proposal, clock)),
                        new PurposeId(body.purpose()),
                        body.closesAt().truncatedTo(ChronoUnit.MILLIS),
                        hashes.of("propose", caller, body));
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
}
