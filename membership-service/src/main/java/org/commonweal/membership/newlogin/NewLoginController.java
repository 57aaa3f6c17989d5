package org.commonweal.membership.newlogin;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.UUID;
import org.commonweal.membership.me.TokenLogin;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.CommandId;
import org.commonweal.platform.web.Problem;
import org.commonweal.platform.web.RequestHash;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The two halves of going on with another login: asked by the one before, done by the new one. */
@RestController
@RequestMapping("/api/alliances/{alliance}/people/mine/new-login")
@Tag(name = "people")
class NewLoginController {

    private final AskForCode ask;
    private final TakeOver takeOver;
    private final RequestHash hash;
    private final Clock clock;

    NewLoginController(AskForCode ask, TakeOver takeOver, RequestHash hash, Clock clock) {
        this.ask = ask;
        this.takeOver = takeOver;
        this.hash = hash;
        this.clock = clock;
    }

    /** Tells, once, the code with which a login of the firm's own provider becomes the caller. */
    @PutMapping
    Mono<ResponseEntity<Outcome.CodeView>> askForNewLogin(
            Caller caller, @RequestHeader("Idempotency-Key") UUID key) {
        return ask.handle(new AskForCode.Command(CommandId.of(key, clock), caller))
                .map(outcome ->
                        outcome instanceof Outcome.Told(var code)
                                ? ResponseEntity.status(HttpStatus.CREATED).body(code)
                                : problem(outcome).<Outcome.CodeView>response())
                .defaultIfEmpty(Problem.notFound().response());
    }

    /** With the new login, through the firm's own provider. */
    @PutMapping("/takeover")
    Mono<ResponseEntity<Outcome.TakenOverView>> takeOverByNewLogin(
            Caller caller,
            @AuthenticationPrincipal Jwt token,
            @RequestHeader("Idempotency-Key") UUID key,
            @Valid @RequestBody TakeoverRequest request) {
        var command =
                new TakeOver.Command(
                        CommandId.of(key, clock),
                        hash.of("take-over", caller, request),
                        caller,
                        TokenLogin.of(token),
                        request.code().strip());
        return takeOver.handle(command)
                .map(outcome ->
                        outcome instanceof Outcome.TakenOver(var view, var isNew)
                                ? ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK)
                                        .body(view)
                                : problem(outcome).<Outcome.TakenOverView>response());
    }

    private static Problem problem(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Refused(var reason) -> NewLoginProblems.of(reason);
            case Outcome.ToldBefore() -> NewLoginProblems.toldBefore();
            case Outcome.IdTaken(), Outcome.Told(_), Outcome.TakenOver(_, _) -> Problem.idTaken();
        };
    }

    record TakeoverRequest(@NotNull @Size(max = 100) String code) {}
}
