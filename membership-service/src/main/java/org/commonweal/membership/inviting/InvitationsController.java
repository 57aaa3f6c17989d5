package org.commonweal.membership.inviting;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.UUID;
import org.commonweal.membership.domain.Invitation;
import org.commonweal.membership.domain.ParticipantClass;
import org.commonweal.membership.me.TokenLogin;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.CommandId;
import org.commonweal.platform.web.Limit;
import org.commonweal.platform.web.Page;
import org.commonweal.platform.web.Problem;
import org.commonweal.platform.web.RequestHash;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Inviting one person at a time, with a reason. */
@RestController
@RequestMapping("/api/alliances/{alliance}/invitations")
@Tag(name = "invitations")
class InvitationsController {

    private final InvitePerson invite;
    private final Invitations invitations;
    private final RequestHash hash;
    private final Clock clock;

    InvitationsController(
            InvitePerson invite, Invitations invitations, RequestHash hash, Clock clock) {
        this.invite = invite;
        this.invitations = invitations;
        this.hash = hash;
        this.clock = clock;
    }

    @PutMapping("/{id}")
    Mono<ResponseEntity<InvitationView>> invitePerson(
            @PathVariable UUID id, Caller caller, @Valid @RequestBody InvitationRequest request) {
        var command =
                new InvitePerson.Command(
                        CommandId.of(id, clock),
                        hash.of("invite", caller, request),
                        caller,
                        request);
        return invite.handle(command)
                .flatMap(outcome -> answer(outcome, command))
                .defaultIfEmpty(Problem.notFound().response());
    }

    private Mono<ResponseEntity<InvitationView>> answer(
            InvitePerson.Outcome outcome, InvitePerson.Command command) {
        return switch (outcome) {
            case InvitePerson.Outcome.Sent(var isNew) ->
                    invitations
                            .sentBy(command.caller(), command.id())
                            .map(view ->
                                    ResponseEntity.status(
                                                    isNew ? HttpStatus.CREATED : HttpStatus.OK)
                                            .body(view));
            case InvitePerson.Outcome.IdTaken() -> Mono.just(Problem.idTaken().response());
            case InvitePerson.Outcome.Refused(var reason) ->
                    Mono.just(InvitationProblems.of(reason).response());
        };
    }

    @GetMapping
    Mono<ResponseEntity<Page<InvitationView>>> listMyInvitations(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Limit.DEFAULT) int limit) {
        return invitations
                .sentBy(caller, cursor, Limit.of(limit))
                .map(ResponseEntity::ok)
                .defaultIfEmpty(Problem.notFound().response());
    }

    /** For the inviter, and for the invited person by proven address. */
    @GetMapping("/{id}")
    Mono<ResponseEntity<InvitationView>> readInvitation(
            @PathVariable UUID id, Caller caller, @AuthenticationPrincipal Jwt token) {
        return invitations
                .sentBy(caller, id)
                .switchIfEmpty(invitations.addressedTo(TokenLogin.of(token), caller.alliance(), id))
                .map(ResponseEntity::ok)
                .defaultIfEmpty(Problem.notFound().response());
    }

    /**
     * One person and why this one.
     *
     * @param reason why this person is needed, in the inviter's own words
     * @param ask the first thing that the person is asked for
     * @param memberClass as what the person would belong; absent: as a member
     * @param call the one goal that a guest may give to
     */
    record InvitationRequest(
            @NotBlank @Email @Size(max = 320) String email,
            @NotBlank @Size(max = 200) String name,
            @NotNull UUID organization,
            @NotNull @Size(max = Invitation.TEXT_MOST) String reason,
            @NotNull @Size(max = Invitation.TEXT_MOST) String ask,
            @JsonProperty("class") @Nullable ParticipantClass memberClass,
            @Nullable UUID call) {

        Invitation.Offer offer() {
            return new Invitation.Offer(
                    memberClass == null ? ParticipantClass.MEMBER : memberClass, call);
        }
    }
}
