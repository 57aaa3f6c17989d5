package org.commonweal.membership.applying;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.commonweal.membership.domain.FrontDoor;
import org.commonweal.membership.domain.Login;
import org.commonweal.membership.me.TokenLogin;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.CommandId;
import org.commonweal.platform.web.Problem;
import org.commonweal.platform.web.RequestHash;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What an applicant does, who need not belong to anything. */
@RestController
@RequestMapping("/api/alliances/{alliance}/applications/{id}")
@Tag(name = "applications")
class ApplicationsController {

    private final Apply apply;
    private final WithdrawApplication withdraw;
    private final ReadApplication read;
    private final RequestHash hash;
    private final Clock clock;

    ApplicationsController(
            Apply apply,
            WithdrawApplication withdraw,
            ReadApplication read,
            RequestHash hash,
            Clock clock) {
        this.apply = apply;
        this.withdraw = withdraw;
        this.read = read;
        this.hash = hash;
        this.clock = clock;
    }

    @PutMapping
    Mono<ResponseEntity<ApplicationView>> applyToAlliance(
            @PathVariable UUID id,
            Caller caller,
            @AuthenticationPrincipal Jwt token,
            @Valid @RequestBody ApplicationRequest request) {
        var login = TokenLogin.of(token);
        return apply.handle(
                        new Apply.Command(
                                CommandId.of(id, clock),
                                hash.of("apply", caller, request),
                                caller,
                                login,
                                request))
                .flatMap(outcome -> answer(outcome, caller, login, id, HttpStatus.CREATED))
                .defaultIfEmpty(Problem.notFound().response());
    }

    @PutMapping("/withdrawal")
    Mono<ResponseEntity<ApplicationView>> withdrawApplication(
            @PathVariable UUID id,
            Caller caller,
            @AuthenticationPrincipal Jwt token,
            @RequestHeader("Idempotency-Key") UUID key) {
        var login = TokenLogin.of(token);
        return withdraw.handle(
                        new WithdrawApplication.Command(
                                CommandId.of(key, clock),
                                hash.of("withdraw/" + id, caller, ""),
                                caller,
                                login,
                                id))
                .flatMap(outcome -> answer(outcome, caller, login, id, HttpStatus.OK))
                .defaultIfEmpty(Problem.notFound().response());
    }

    /** For the applicant, and for those who decide. */
    @GetMapping
    Mono<ResponseEntity<ApplicationView>> readApplication(
            @PathVariable UUID id, Caller caller, @AuthenticationPrincipal Jwt token) {
        return read.handle(caller, TokenLogin.of(token), id)
                .map(ResponseEntity::ok)
                .defaultIfEmpty(Problem.notFound().response());
    }

    private Mono<ResponseEntity<ApplicationView>> answer(
            Outcome outcome, Caller caller, Login login, UUID id, HttpStatus first) {
        return switch (outcome) {
            case Outcome.Kept(var isNew) ->
                    read.handle(caller, login, id)
                            .map(view ->
                                    ResponseEntity.status(isNew ? first : HttpStatus.OK)
                                            .body(view));
            case Outcome.Refused(var reason) ->
                    Mono.just(ApplicationProblems.of(reason).response());
            case Outcome.IdTaken() -> Mono.just(Problem.idTaken().response());
            case Outcome.ChangedMeanwhile() -> Mono.just(Problem.changedMeanwhile().response());
        };
    }

    /**
     * Answers to the questions as they were read.
     *
     * @param questionsVersion of the questions that are answered
     */
    record ApplicationRequest(
            @NotNull UUID organization,
            @Min(1) long questionsVersion,
            @NotNull @Size(max = FrontDoor.QUESTIONS_MOST)
                    List<@NotNull @Size(max = 2_000) String> answers) {

        List<String> stripped() {
            return answers.stream().map(String::strip).toList();
        }
    }
}
