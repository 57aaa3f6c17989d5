package org.commonweal.membership.inviting;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.commonweal.membership.domain.Agreement;
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
import tools.jackson.databind.json.JsonMapper;

/** The invited person's own act: the only way to become a member (claim B6). */
@RestController
@RequestMapping("/api/alliances/{alliance}/invitations/{id}")
@Tag(name = "invitations")
class AnswersController {

    private final AnswerInvitation answer;
    private final RequestHash hash;
    private final Clock clock;
    private final JsonMapper json;

    AnswersController(AnswerInvitation answer, RequestHash hash, Clock clock, JsonMapper json) {
        this.answer = answer;
        this.hash = hash;
        this.clock = clock;
        this.json = json;
    }

    @PutMapping("/acceptance")
    Mono<ResponseEntity<MembershipView>> acceptInvitation(
            @PathVariable UUID id,
            Caller caller,
            @AuthenticationPrincipal Jwt token,
            @RequestHeader("Idempotency-Key") UUID key,
            @Valid @RequestBody AcceptanceRequest request) {
        var command =
                new AnswerInvitation.Command(
                        CommandId.of(key, clock),
                        hash.of("accept/" + id, caller, request),
                        caller,
                        id,
                        TokenLogin.of(token),
                        json.writeValueAsString(request.agreed()));
        return answer.accept(command, request.ownInterest().strip())
                .map(AnswersController::accepted);
    }

    private static ResponseEntity<MembershipView> accepted(AnswerInvitation.Outcome outcome) {
        return switch (outcome) {
            case AnswerInvitation.Outcome.Joined(var membership, var isNew) ->
                    ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK)
                            .body(membership);
            case AnswerInvitation.Outcome.Refused refused -> problem(refused).response();
            case AnswerInvitation.Outcome.IdTaken() -> Problem.idTaken().response();
            case AnswerInvitation.Outcome.NotAgreed(var first) ->
                    InvitationProblems.notAgreed(first).response();
            case AnswerInvitation.Outcome.Declined(_) -> Problem.idTaken().response();
        };
    }

    @PutMapping("/declination")
    Mono<ResponseEntity<InvitationView>> declineInvitation(
            @PathVariable UUID id,
            Caller caller,
            @AuthenticationPrincipal Jwt token,
            @RequestHeader("Idempotency-Key") UUID key) {
        var command =
                new AnswerInvitation.Command(
                        CommandId.of(key, clock),
                        hash.of("decline/" + id, caller, ""),
                        caller,
                        id,
                        TokenLogin.of(token),
                        "[]");
        return answer.decline(command).map(AnswersController::declined);
    }

    private static ResponseEntity<InvitationView> declined(AnswerInvitation.Outcome outcome) {
        return switch (outcome) {
            case AnswerInvitation.Outcome.Declined(var invitation) -> ResponseEntity.ok(invitation);
            case AnswerInvitation.Outcome.Refused refused -> problem(refused).response();
            case AnswerInvitation.Outcome.IdTaken() -> Problem.idTaken().response();
            case AnswerInvitation.Outcome.NotAgreed(var first) ->
                    InvitationProblems.notAgreed(first).response();
            case AnswerInvitation.Outcome.Joined(_, _) -> Problem.idTaken().response();
        };
    }

    private static Problem problem(AnswerInvitation.Outcome.Refused refused) {
        return InvitationProblems.of(refused.reason());
    }

    /**
     * The person's own words.
     *
     * @param ownInterest what the person wants to get out of it, beside the common purpose (claim
     *     A3); asked, and never empty
     * @param agreements the versions that the person has read and accepts: those in force, all
     */
    record AcceptanceRequest(
            @NotNull @Size(min = 10, max = 2_000) String ownInterest,
            @Nullable @Size(max = Agreement.AGREEMENTS_MOST)
                    List<@Valid @NotNull AgreedVersion> agreements) {

        List<AgreedVersion> agreed() {
            return agreements == null ? List.of() : agreements;
        }
    }

    record AgreedVersion(@NotNull UUID agreement, @Min(1) long version) {}
}
