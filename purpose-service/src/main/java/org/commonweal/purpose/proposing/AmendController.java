package org.commonweal.purpose.proposing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.UUID;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.CommandId;
import org.commonweal.platform.web.Problem;
import org.commonweal.platform.web.RequestHash;
import org.commonweal.purpose.domain.Discussion;
import org.commonweal.purpose.domain.ProposalId;
import org.commonweal.purpose.domain.Wish;
import org.commonweal.purpose.loading.SpeakingProblems;
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
@RequestMapping("/api/alliances/{alliance}/proposals/{proposal}/text")
@Tag(name = "proposals")
class AmendController {

    private final AmendProposal amendProposal;
    private final Proposals proposals;
    private final RequestHash hashes;
    private final Clock clock;

    AmendController(
            AmendProposal amendProposal, Proposals proposals, RequestHash hashes, Clock clock) {
        this.amendProposal = amendProposal;
        this.proposals = proposals;
        this.hashes = hashes;
        this.clock = clock;
    }

    @PutMapping
    @Operation(
            summary = "Say my proposal in other words, from the version in textRead",
            description =
                    "Positions stay with the version that they were about. A draft is changed as a"
                            + " draft. Refusals: not-who-brought-it-up, not-in-dialogue, text-changed,"
                            + " written-as-a-draft, another-matter, and those of a proposal")
    Mono<ResponseEntity<ProposalResponse>> amendProposal(
            Caller caller,
            @PathVariable UUID proposal,
            @RequestHeader("Idempotency-Key") UUID command,
            @Valid @RequestBody AmendRequest body) {
        return body.wish()
                .map(wish -> amend(caller, proposal, command, wish, body))
                .orElseGet(() -> Mono.just(ProposeController.notOneMotion().response()));
    }

    private Mono<ResponseEntity<ProposalResponse>> amend(
            Caller caller, UUID proposal, UUID command, Wish wish, AmendRequest body) {
        return amendProposal
                .handle(
                        new AmendProposal.Command(
                                caller,
                                CommandId.of(command, clock),
                                new ProposalId(proposal),
                                wish,
                                body.textRead(),
                                hashes.of("amend/" + proposal, caller, body)))
                .flatMap(amended -> answer(amended, caller, proposal))
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }

    private Mono<ResponseEntity<ProposalResponse>> answer(
            Discussion amended, Caller caller, UUID proposal) {
        return switch (amended) {
            case Discussion.Begun _, Discussion.Repeated _ ->
                    proposals
                            .one(caller, proposal)
                            .map(found -> ResponseEntity.status(HttpStatus.OK).body(found));
            case Discussion.Refused(var why) -> Mono.just(OpeningProblems.of(why).response());
            case Discussion.NotTaken(var why) -> Mono.just(SpeakingProblems.of(why).response());
        };
    }
}
