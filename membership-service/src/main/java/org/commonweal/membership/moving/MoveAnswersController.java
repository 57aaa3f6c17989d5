package org.commonweal.membership.moving;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.UUID;
import org.commonweal.membership.me.TokenLogin;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.CommandId;
import org.commonweal.platform.web.Problem;
import org.commonweal.platform.web.RequestHash;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The person's own answer to a firm that offers a move: nobody else can give it. */
@RestController
@RequestMapping("/api/alliances/{alliance}/moves/{id}")
@Tag(name = "moves")
class MoveAnswersController {

    private final AnswerMove answer;
    private final TakeUpMove takeUp;
    private final Moves moves;
    private final RequestHash hash;
    private final Clock clock;

    MoveAnswersController(
            AnswerMove answer, TakeUpMove takeUp, Moves moves, RequestHash hash, Clock clock) {
        this.answer = answer;
        this.takeUp = takeUp;
        this.moves = moves;
        this.hash = hash;
        this.clock = clock;
    }

    /** Tells, once, the code with which the login of the new firm takes the offer up. */
    @PutMapping("/agreement")
    Mono<ResponseEntity<CodeView>> agreeToMove(
            @PathVariable UUID id, Caller caller, @RequestHeader("Idempotency-Key") UUID key) {
        return answer.agree(command("agree-move/", id, caller, key))
                .map(outcome ->
                        outcome instanceof Outcome.Agreed(var code)
                                ? ResponseEntity.status(HttpStatus.CREATED).body(new CodeView(code))
                                : problem(outcome).<CodeView>response())
                .defaultIfEmpty(Problem.notFound().response());
    }

    @PutMapping("/declination")
    Mono<ResponseEntity<MoveView>> declineMove(
            @PathVariable UUID id, Caller caller, @RequestHeader("Idempotency-Key") UUID key) {
        return answer.decline(command("decline-move/", id, caller, key))
                .flatMap(outcome ->
                        outcome instanceof Outcome.Declined()
                                ? moves.one(caller, id).map(ResponseEntity::ok)
                                : Mono.just(problem(outcome).<MoveView>response()))
                .defaultIfEmpty(Problem.notFound().response());
    }

    private AnswerMove.Command command(String operation, UUID id, Caller caller, UUID key) {
        return new AnswerMove.Command(
                CommandId.of(key, clock), hash.of(operation + id, caller, ""), caller, id);
    }

    /** Through the new firm's way in; the code is left out when it is the login that agreed. */
    @PutMapping("/acceptance")
    Mono<ResponseEntity<Outcome.MovedView>> acceptMove(
            @PathVariable UUID id,
            Caller caller,
            @AuthenticationPrincipal Jwt token,
            @RequestHeader("Idempotency-Key") UUID key,
            @Valid @RequestBody TakeUpRequest request) {
        var command =
                new TakeUpMove.Command(
                        CommandId.of(key, clock),
                        hash.of("accept-move/" + id, caller, request),
                        caller,
                        id,
                        TokenLogin.of(token),
                        request.code());
        return takeUp.handle(command)
                .map(outcome ->
                        outcome instanceof Outcome.Moved(var moved, var isNew)
                                ? ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK)
                                        .body(moved)
                                : problem(outcome).<Outcome.MovedView>response());
    }

    private static Problem problem(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Refused(var reason) -> MoveProblems.of(reason);
            case Outcome.ToldBefore() -> MoveProblems.toldBefore();
            case Outcome.IdTaken(), Outcome.Agreed(_), Outcome.Declined(), Outcome.Moved(_, _) ->
                    Problem.idTaken();
        };
    }

    /** The one answer that has the code. */
    record CodeView(String code) {}

    record TakeUpRequest(@Nullable @Size(max = 100) String code) {}
}
