package org.commonweal.purpose.proposing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.CommandId;
import org.commonweal.platform.web.Problem;
import org.commonweal.platform.web.RequestHash;
import org.commonweal.purpose.domain.Discussion;
import org.commonweal.purpose.domain.Opening;
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
@RequestMapping("/api/alliances/{alliance}/proposals/{proposal}")
@Tag(name = "proposals")
class ProposeController {

    private final OpenProposal openProposal;
    private final StartDialogue startDialogue;
    private final Proposals proposals;
    private final RequestHash hashes;
    private final Clock clock;

    ProposeController(
            OpenProposal openProposal,
            StartDialogue startDialogue,
            Proposals proposals,
            RequestHash hashes,
            Clock clock) {
        this.openProposal = openProposal;
        this.startDialogue = startDialogue;
        this.proposals = proposals;
        this.hashes = hashes;
        this.clock = clock;
    }

    @PutMapping
    @Operation(
            summary = "Propose something; any member may",
            description =
                    "A draft to ratify, more time for the active purpose, its end, other rules, a"
                            + " question, a stage of the alliance's life or an order: exactly one."
                            + " Without closesAt it is talked about first. Refusals:"
                            + " class-not-allowed, dialogue-first, decided-by-sponsor,"
                            + " purpose-incomplete (names each missing part), ballot-too-short,"
                            + " ballot-too-long, purpose-unknown, purpose-closed,"
                            + " purpose-already-active, purpose-already-proposed,"
                            + " purpose-not-ratified, deadline-not-later, rules-already-proposed,"
                            + " rules-unchanged, rule-out-of-range, question-faulty,"
                            + " stage-already-proposed, stage-unchanged, stage-out-of-order,"
                            + " gates-unmet, person-unknown, office-day-past, nobody-may-vote,"
                            + " electorate-too-large, electorate-too-small, options-not-anonymous,"
                            + " follows-unknown, followed-not-over, standings-stale")
    @ApiResponse(responseCode = "201", description = "Opened", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "As before", useReturnTypeSchema = true)
    Mono<ResponseEntity<ProposalResponse>> propose(
            Caller caller, @PathVariable UUID proposal, @Valid @RequestBody ProposeRequest body) {
        return body.wish()
                .map(wish -> propose(caller, proposal, wish, body))
                .orElseGet(() -> Mono.just(notOneMotion().response()));
    }

    @PutMapping("/ballot")
    @Operation(
            summary = "Open the ballot of what is talked about; any member may",
            description =
                    "When the dialogue was as long as the rulebook asks for and enough firms were"
                            + " heard. Refusals: as for a proposal, and not-in-dialogue,"
                            + " dialogue-too-short, voices-missing")
    Mono<ResponseEntity<ProposalResponse>> openBallot(
            Caller caller,
            @PathVariable UUID proposal,
            @RequestHeader("Idempotency-Key") UUID command,
            @Valid @RequestBody BallotRequest body) {
        return open(
                new OpenProposal.Command(
                        caller,
                        CommandId.of(command, clock),
                        new ProposalId(proposal),
                        Optional.empty(),
                        Optional.empty(),
                        exact(body.closesAt()),
                        body.secrecy(),
                        hashes.of("open/" + proposal, caller, body)),
                HttpStatus.OK);
    }

    private Mono<ResponseEntity<ProposalResponse>> propose(
            Caller caller, UUID proposal, Wish wish, ProposeRequest body) {
        var id = CommandId.of(proposal, clock);
        var hash = hashes.of("propose", caller, body);
        var closesAt = body.closesAt();
        return closesAt == null
                ? discuss(
                        new StartDialogue.Command(
                                caller, new ProposalId(id), wish, body.followed(), hash))
                : open(
                        new OpenProposal.Command(
                                caller,
                                id,
                                new ProposalId(id),
                                Optional.of(wish),
                                body.followed(),
                                exact(closesAt),
                                body.secrecy(),
                                hash),
                        HttpStatus.CREATED);
    }

    private static Instant exact(Instant closesAt) {
        return closesAt.truncatedTo(ChronoUnit.MILLIS);
    }

    private Mono<ResponseEntity<ProposalResponse>> discuss(StartDialogue.Command command) {
        return startDialogue
                .handle(command)
                .flatMap(discussion -> answer(discussion, command))
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }

    private Mono<ResponseEntity<ProposalResponse>> answer(
            Discussion discussion, StartDialogue.Command command) {
        var proposal = command.proposal().value();
        return switch (discussion) {
            case Discussion.Begun _ -> read(command.caller(), proposal, HttpStatus.CREATED);
            case Discussion.Repeated _ -> read(command.caller(), proposal, HttpStatus.OK);
            case Discussion.Refused(var why) -> Mono.just(OpeningProblems.of(why).response());
            case Discussion.NotTaken(var why) -> Mono.just(SpeakingProblems.of(why).response());
        };
    }

    private Mono<ResponseEntity<ProposalResponse>> open(
            OpenProposal.Command command, HttpStatus opened) {
        return openProposal
                .handle(command)
                .flatMap(opening -> answer(opening, command, opened))
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }

    private Mono<ResponseEntity<ProposalResponse>> answer(
            Opening opening, OpenProposal.Command command, HttpStatus opened) {
        var proposal = command.proposal().value();
        return switch (opening) {
            case Opening.Opened _ -> read(command.caller(), proposal, opened);
            case Opening.Repeated _ -> read(command.caller(), proposal, HttpStatus.OK);
            case Opening.Refused refused -> Mono.just(OpeningProblems.of(refused).response());
        };
    }

    private Mono<ResponseEntity<ProposalResponse>> read(
            Caller caller, UUID proposal, HttpStatus status) {
        return proposals
                .one(caller, proposal)
                .map(found -> ResponseEntity.status(status).body(found));
    }

    static Problem notOneMotion() {
        return Problem.refusal(
                HttpStatus.BAD_REQUEST,
                "not-readable",
                "The request is not readable",
                "A proposal is one thing: name exactly one of purpose, renewal, conclusion, rules,"
                        + " question, stage and order.");
    }
}
