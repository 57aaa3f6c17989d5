package org.commonweal.purpose.voting;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.CommandId;
import org.commonweal.platform.web.Problem;
import org.commonweal.platform.web.RequestHash;
import org.commonweal.purpose.domain.Casting;
import org.commonweal.purpose.domain.ProposalId;
import org.commonweal.purpose.domain.poll.Fault;
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
                            + " marks-uncountable, standings-stale")
    Mono<ResponseEntity<MyBallot>> vote(
            Caller caller,
            @PathVariable UUID proposal,
            @RequestHeader("Idempotency-Key") UUID command,
            @Valid @RequestBody VoteRequest body) {
        var vote =
                new CastVote.Command(
                        caller,
                        CommandId.of(command, clock),
                        new ProposalId(proposal),
                        body.choice(),
                        body.words(),
                        body.marks(),
                        hashes.of("vote/" + proposal, caller, body));
        return castVote.handle(vote)
                .flatMap(casting -> answer(casting, caller, proposal))
                .switchIfEmpty(Mono.fromSupplier(() -> Problem.notFound().response()));
    }

    private Mono<ResponseEntity<MyBallot>> answer(Casting casting, Caller caller, UUID proposal) {
        return switch (casting) {
            case Casting.Cast _, Casting.Repeated _ ->
                    ballots.one(caller, proposal).map(ResponseEntity::ok);
            case Casting.Refused(Casting.Refusal refusal) -> Mono.just(problem(refusal).response());
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

    private static Problem problem(Casting.Refusal refusal) {
        return switch (refusal) {
            case ID_TAKEN -> Problem.idTaken();
            case NOT_A_DELEGATE ->
                    Problem.refusal(
                            HttpStatus.FORBIDDEN,
                            "not-a-delegate",
                            "You are no delegate",
                            "Only a delegate casts the vote of your firm, or who stands in for one.");
            case NOT_IN_ELECTORATE ->
                    Problem.refusal(
                            HttpStatus.FORBIDDEN,
                            "not-in-electorate",
                            "You are not in the electorate",
                            "It was frozen at the opening, when your firm had no delegate, or you were"
                                    + " no member. You can vote on the next ballot.");
            case RECUSED ->
                    Problem.refusal(
                            HttpStatus.CONFLICT,
                            "recused",
                            "This is left to the others",
                            "Your vote was recused and is not counted. Take the recusal back to vote.");
            case BALLOT_NOT_OPEN ->
                    Problem.refusal(
                            HttpStatus.CONFLICT,
                            "ballot-not-open",
                            "No ballot is open",
                            "It is talked about, or is over without a vote. Say what you think instead.");
            case CHOICE_NOT_OFFERED ->
                    Problem.refusal(
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    "choice-not-offered",
                                    "This ballot does not offer that",
                                    "It is decided by yes and no, and by its rule nobody can stop it alone.")
                            .error("/choice", "is not offered on this ballot");
            case REASON_MISSING ->
                    Problem.refusal(
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    "reason-missing",
                                    "A reason is missing",
                                    "Who stops a proposal alone says why, so that it can be mended.")
                            .error("/reason", "says why, and is missing");
            case BALLOT_CLOSED ->
                    Problem.refusal(
                            HttpStatus.CONFLICT,
                            "ballot-closed",
                            "The ballot is closed",
                            "Its time is over, and what was cast by then counts.");
        };
    }
}
