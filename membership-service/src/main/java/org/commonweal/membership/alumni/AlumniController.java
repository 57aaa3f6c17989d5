package org.commonweal.membership.alumni;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.UUID;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.CommandId;
import org.commonweal.platform.web.Limit;
import org.commonweal.platform.web.Page;
import org.commonweal.platform.web.Problem;
import org.commonweal.platform.web.RequestHash;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Staying in touch after leaving: only while the person and the alliance both want it. */
@RestController
@RequestMapping("/api/alliances/{alliance}/ties/alumni")
@Tag(name = "alumni")
class AlumniController {

    private final StayInTouch touch;
    private final FormerMembers alumni;
    private final OwnTies own;
    private final RequestHash hash;
    private final Clock clock;

    AlumniController(
            StayInTouch touch, FormerMembers alumni, OwnTies own, RequestHash hash, Clock clock) {
        this.touch = touch;
        this.alumni = alumni;
        this.own = own;
        this.hash = hash;
        this.clock = clock;
    }

    /** Alumni, for every member; for delegates also those of whom one side alone has said yes. */
    @GetMapping
    Mono<ResponseEntity<Page<FormerMembers.AlumnusView>>> listAlumni(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Limit.DEFAULT) int limit) {
        return alumni.page(caller, cursor, Limit.of(limit))
                .map(ResponseEntity::ok)
                .defaultIfEmpty(Problem.notFound().response());
    }

    /** What an alumnus reads of the alliance, and all of it: nobody else finds anything here. */
    @GetMapping("/mine")
    Mono<ResponseEntity<OwnTies.OwnTieView>> readMyTie(Caller caller) {
        return own.of(caller).map(ResponseEntity::ok).defaultIfEmpty(Problem.notFound().response());
    }

    /** A former member's own yes or no. */
    @PutMapping("/mine")
    Mono<ResponseEntity<TieView>> wishToStayInTouch(
            Caller caller,
            @RequestHeader("Idempotency-Key") UUID key,
            @RequestBody WishRequest request) {
        var command =
                new StayInTouch.Command(
                        CommandId.of(key, clock), hash.of("wish", caller, request), caller);
        return touch.wish(command, request.wanted())
                .map(AlumniController::answer)
                .defaultIfEmpty(Problem.notFound().response());
    }

    /** The alliance's yes or no, by any of its delegates. */
    @PutMapping("/{person}")
    Mono<ResponseEntity<TieView>> welcomeAlumnus(
            @PathVariable UUID person,
            Caller caller,
            @RequestHeader("Idempotency-Key") UUID key,
            @RequestBody WelcomeRequest request) {
        var command =
                new StayInTouch.Command(
                        CommandId.of(key, clock),
                        hash.of("welcome/" + person, caller, request),
                        caller);
        return touch.welcome(command, person, request.welcomed())
                .map(AlumniController::answer)
                .defaultIfEmpty(Problem.notFound().response());
    }

    private static ResponseEntity<TieView> answer(StayInTouch.Outcome outcome) {
        return switch (outcome) {
            case StayInTouch.Outcome.Said(var person, var tie) ->
                    ResponseEntity.ok(new TieView(person, tie.wanted(), tie.welcomed()));
            case StayInTouch.Outcome.IdTaken() -> Problem.idTaken().response();
            case StayInTouch.Outcome.ChangedMeanwhile() -> Problem.changedMeanwhile().response();
            case StayInTouch.Outcome.NotADelegate() ->
                    Problem.refusal(
                                    HttpStatus.FORBIDDEN,
                                    "not-a-delegate",
                                    "Only a delegate may do this",
                                    "The alliance speaks by a delegate of a firm. Ask yours.")
                            .response();
            case StayInTouch.Outcome.StillAMember() ->
                    Problem.refusal(
                                    HttpStatus.CONFLICT,
                                    "still-a-member",
                                    "This person is a member",
                                    "Only who has left can be an alumnus.")
                            .response();
        };
    }

    /**
     * What both have said.
     *
     * @param wanted by the person
     * @param welcomed by the alliance
     */
    record TieView(UUID person, boolean wanted, boolean welcomed) {}

    record WishRequest(boolean wanted) {}

    record WelcomeRequest(boolean welcomed) {}
}
