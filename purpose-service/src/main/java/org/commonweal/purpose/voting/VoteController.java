package org.commonweal.purpose.voting;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.CommandId;
import org.commonweal.platform.web.Problem;
import org.commonweal.platform.web.RequestHash;
import org.commonweal.purpose.domain.Casting;
import org.commonweal.purpose.domain.ProposalId;
import org.commonweal.purpose.domain.Split;
import org.commonweal.purpose.domain.poll.Fault;
import org.commonweal.purpose.loading.CastingProblems;
import org.commonweal.purpose.proposals.OwnBallots;
import org.commonweal.purpose.proposals.ProposalResponse.MyBallot;
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
@RequestMapping("/api/alliances/{alliance}/proposals/{proposal}/ballots/mine")
@Tag(name = "proposals")
class VoteController {

    private final CastVote castVote;
    private final OwnBallots ballots;
    private final RequestHash hashes;
    private final Clock clock;

    VoteController(CastVote castVote, OwnBallots ballots, RequestHash hashes, Clock clock) {
        this.castVote = castVote;
        this.ballots = ballots;
        this.hashes = hashes;
        this.clock = clock;
    }

    @PutMapping
    @Operation(
            summary = "Cast the vote of my firm, or my own; until the close the last one counts",
            description =
                    "Refusals: not-a-delegate, not-in-electorate, recused, ballot-not-open,"
                            + " ballot-closed, choice-not-offered, reason-missing,"
                            + " marks-uncountable, no-proxy, cast-by-its-own, split-not-offered,"
                            + " split-not-whole, caucus-silent, standings-stale")
    Mono<ResponseEntity<MyBallot>> vote(
            Caller caller,
            @PathVariable UUID proposal,
            @RequestHeader("Idempotency-Key") UUID command,
            @Valid @RequestBody VoteRequest body) {
        var split = Optional.ofNullable(body.split()).flatMap(Split::of);
        if (!body.isOne() || (body.split() != null && split.isEmpty())) {
            return Mono.just(
                    CastingProblems.of(Casting.Refusal.SPLIT_NOT_WHOLE).<MyBallot>response());
        }
        var vote =
                new CastVote.Command(
                        caller,
                        CommandId.of(command, clock),
                        new ProposalId(proposal),
                        new CastVote.Say(body.choice(), split.orElse(null), body.marks()),
                        body.words(),
                        body.voter(),
                        hashes.of("vote/" + proposal, caller, body));
        return castVote.handle(vote)
                .flatMap(casting -> answer(casting, caller, proposal))
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }

    private Mono<ResponseEntity<MyBallot>> answer(Casting casting, Caller caller, UUID proposal) {
        return switch (casting) {
            case Casting.Cast _, Casting.Repeated _ ->
                    ballots.one(caller, proposal).map(ResponseEntity::ok);
            case Casting.Refused(Casting.Refusal refusal) ->
                    Mono.just(CastingProblems.of(refusal).response());
            case Casting.Uncountable(var faults) -> Mono.just(uncountable(faults).response());
        };
    }

    private static Problem uncountable(List<Fault> faults) {
        var problem =
                Problem.refusal(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "marks-uncountable",
                        "This vote cannot be counted",
                        "Mark the options of this question as its method says, or abstain.");
        faults.forEach(fault -> problem.error(fault.pointer(), fault.message()));
        return problem;
    }
}
