package org.commonweal.membership.erasing;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.commonweal.membership.domain.Erasure;
import org.commonweal.membership.domain.Login;
import org.commonweal.membership.me.MyProblems;
import org.commonweal.membership.me.TokenLogin;
import org.commonweal.membership.me.Tombstones;
import org.commonweal.platform.web.CommandId;
import org.commonweal.platform.web.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A person's own end here, and a new beginning as somebody else. */
@RestController
@RequestMapping("/api/me")
@Tag(name = "me")
class ErasureController {

    private final EraseMe erase;
    private final Tombstones tombstones;
    private final Clock clock;

    ErasureController(EraseMe erase, Tombstones tombstones, Clock clock) {
        this.erase = erase;
        this.tombstones = tombstones;
        this.clock = clock;
    }

    /** Cannot be taken back; the answer says what remains, and where. */
    @PutMapping("/erasure/{id}")
    Mono<ResponseEntity<ErasureView>> eraseMe(
            @PathVariable UUID id,
            @AuthenticationPrincipal Jwt token,
            @Valid @RequestBody ErasureRequest request) {
        var login = TokenLogin.of(token);
        return erase.handle(
                        new EraseMe.Command(
                                CommandId.of(id, clock),
                                login,
                                request.confirmation(),
                                request.work()))
                .map(outcome -> answer(outcome, id, login, request.work()));
    }

    /** After an erasure the same login may be somebody new; nothing of before comes back. */
    @PutMapping("/new-beginning")
    Mono<ResponseEntity<BeginningView>> beginAnew(@AuthenticationPrincipal Jwt token) {
        return tombstones
                .lift(TokenLogin.of(token))
                .map(tombstone -> ResponseEntity.ok(new BeginningView(tombstone.at())))
                .defaultIfEmpty(Problem.notFound().response());
    }

    private static ResponseEntity<ErasureView> answer(
            EraseMe.Outcome outcome, UUID id, Login login, Erasure.Work work) {
        return switch (outcome) {
            case EraseMe.Outcome.Erased(var at) ->
                    ResponseEntity.ok(new ErasureView(id, at, remains(login, work)));
            case EraseMe.Outcome.ErasedBefore(var tombstone) ->
                    MyProblems.erased(tombstone).response();
            case EraseMe.Outcome.Refused(var reason) -> problem(reason).response();
            case EraseMe.Outcome.IdTaken() -> Problem.idTaken().response();
            case EraseMe.Outcome.ChangedMeanwhile() -> Problem.changedMeanwhile().response();
        };
    }

    private static Problem problem(Erasure.Refusal reason) {
        return switch (reason) {
            case NOT_CONFIRMED ->
                    Problem.refusal(
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    "erasure-not-confirmed",
                                    "Type your name",
                                    "To confirm that all of it shall go, type your name as your login says it.")
                            .error("/confirmation", "is not your name");
        };
    }

    private static List<Remains> remains(Login login, Erasure.Work work) {
        return Stream.of(
                        login.provider().isEmpty()
                                ? Remains.PLATFORM_ACCOUNT
                                : Remains.FIRMS_ACCOUNT,
                        Remains.SENT_MAILS,
                        Remains.BACKUPS,
                        Remains.FACTS_WITHOUT_NAME,
                        Remains.DECISIONS,
                        Remains.WORK)
                .filter(one -> one != Remains.WORK || work == Erasure.Work.KEEP)
                .toList();
    }

    /**
     * A wish to be erased.
     *
     * @param confirmation the own name, typed again
     * @param work whether titles and texts of the own contributions stay, without a name, or go
     */
    record ErasureRequest(
            @NotNull @Size(max = 200) String confirmation, @NotNull Erasure.Work work) {}

    /**
     * What was done.
     *
     * @param remains what is not reached from here, or not the person's alone
     */
    record ErasureView(UUID id, Instant at, List<Remains> remains) {}

    record BeginningView(Instant erasedAt) {}

    enum Remains {
        /** The account at the firm's own provider, and what its directory says. */
        FIRMS_ACCOUNT,
        /** The account of the platform's realm, which its operator deletes. */
        PLATFORM_ACCOUNT,
        SENT_MAILS,
        /** Until they and the topics have passed their retention. */
        BACKUPS,
        /** Votes, credit, times at firms: by an id that leads to nobody. */
        FACTS_WITHOUT_NAME,
        /** What the alliance decided, in whose words ever. */
        DECISIONS,
        WORK
    }
}
