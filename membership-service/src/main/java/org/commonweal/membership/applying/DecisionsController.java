package org.commonweal.membership.applying;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.UUID;
import org.commonweal.membership.domain.Application;
import org.commonweal.membership.domain.Invitation;
import org.commonweal.membership.domain.ParticipantClass;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.CommandId;
import org.commonweal.platform.web.Limit;
import org.commonweal.platform.web.Page;
import org.commonweal.platform.web.Problem;
import org.commonweal.platform.web.RequestHash;
import org.jspecify.annotations.Nullable;
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

/** What delegates do with the applications for their firm. */
@RestController
@RequestMapping("/api/alliances/{alliance}/applications")
@Tag(name = "applications")
class DecisionsController {

    private final DecideApplication decide;
    private final Applications applications;
    private final RequestHash hash;
    private final Clock clock;

    DecisionsController(
            DecideApplication decide, Applications applications, RequestHash hash, Clock clock) {
        this.decide = decide;
        this.applications = applications;
        this.hash = hash;
        this.clock = clock;
    }

    @GetMapping
    Mono<ResponseEntity<Page<ApplicationView>>> listApplications(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Limit.DEFAULT) int limit) {
        var most = Limit.of(limit);
        return applications
                .delegate(caller)
                .flatMap(delegate -> delegate ? page(caller, cursor, most) : Mono.just(notYours()))
                .defaultIfEmpty(Problem.notFound().response());
    }

    private Mono<ResponseEntity<Page<ApplicationView>>> page(
            Caller caller, @Nullable String cursor, int limit) {
        return applications.toDecide(caller, cursor, limit).map(ResponseEntity::ok);
    }

    private static ResponseEntity<Page<ApplicationView>> notYours() {
        return ApplicationProblems.notADelegate().response();
    }

    @PutMapping("/{id}/decision")
    Mono<ResponseEntity<ApplicationView>> decideApplication(
            @PathVariable UUID id,
            Caller caller,
            @RequestHeader("Idempotency-Key") UUID key,
            @Valid @RequestBody DecisionRequest request) {
        return decide.handle(
                        new DecideApplication.Command(
                                CommandId.of(key, clock),
                                hash.of("decide/" + id, caller, request),
                                caller,
                                id,
                                request.decision()))
                .flatMap(outcome -> answer(outcome, caller, id))
                .defaultIfEmpty(Problem.notFound().response());
    }

    private Mono<ResponseEntity<ApplicationView>> answer(Outcome outcome, Caller caller, UUID id) {
        return switch (outcome) {
            case Outcome.Kept(_) -> applications.toDecide(caller, id).map(ResponseEntity::ok);
            case Outcome.Refused(var reason) ->
                    Mono.just(ApplicationProblems.of(reason).response());
            case Outcome.IdTaken() -> Mono.just(Problem.idTaken().response());
            case Outcome.ChangedMeanwhile() -> Mono.just(Problem.changedMeanwhile().response());
        };
    }

    /**
     * A decision that the applicant reads.
     *
     * @param reason why, whatever the decision is
     * @param ask the first thing that an accepted applicant is asked for
     * @param memberClass as what an accepted applicant would belong; absent: as a member
     * @param call the one goal that a guest may give to
     */
    record DecisionRequest(
            boolean accepted,
            @NotNull @Size(max = Invitation.TEXT_MOST) String reason,
            @Nullable @Size(max = Invitation.TEXT_MOST) String ask,
            @JsonProperty("class") @Nullable ParticipantClass memberClass,
            @Nullable UUID call) {

        Application.Decision decision() {
            var offer =
                    new Invitation.Offer(
                            memberClass == null ? ParticipantClass.MEMBER : memberClass, call);
            return new Application.Decision(accepted, reason, ask == null ? "" : ask, offer);
        }
    }
}
