package org.commonweal.membership.agreements;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.util.UUID;
import org.commonweal.membership.me.TokenLogin;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.CommandId;
import org.commonweal.platform.web.Page;
import org.commonweal.platform.web.Problem;
import org.commonweal.platform.web.RequestHash;
import org.commonweal.platform.web.WhateverIsAgreed;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Each accepts for themself: the person is the login, and stands in no path and no body. */
@RestController
@RequestMapping("/api/alliances/{alliance}")
@Tag(name = "agreements")
class AcceptancesController {

    private final AcceptAgreement accept;
    private final Acceptances acceptances;
    private final Terms terms;
    private final RequestHash hash;
    private final Clock clock;

    AcceptancesController(
            AcceptAgreement accept,
            Acceptances acceptances,
            Terms terms,
            RequestHash hash,
            Clock clock) {
        this.accept = accept;
        this.acceptances = acceptances;
        this.terms = terms;
        this.hash = hash;
        this.clock = clock;
    }

    /** Accepted once: who has accepted this version before is told when. */
    @PutMapping("/agreements/{agreement}/acceptances/{id}")
    @WhateverIsAgreed
    Mono<ResponseEntity<Acceptances.AcceptanceView>> acceptAgreement(
            @PathVariable UUID agreement,
            @PathVariable UUID id,
            Caller caller,
            @Valid @RequestBody AgreementAcceptanceRequest request) {
        var command =
                new AcceptAgreement.Command(
                        CommandId.of(id, clock),
                        hash.of("accept-agreement/" + agreement, caller, request),
                        caller,
                        agreement,
                        request.version());
        return accept.handle(command)
                .flatMap(outcome -> answer(outcome, command))
                .defaultIfEmpty(Problem.notFound().response());
    }

    private Mono<ResponseEntity<Acceptances.AcceptanceView>> answer(
            Outcome outcome, AcceptAgreement.Command command) {
        return switch (outcome) {
            case Outcome.Kept(var isNew) ->
                    acceptances
                            .mine(command.caller(), command.agreement(), command.version())
                            .map(view ->
                                    ResponseEntity.status(
                                                    isNew ? HttpStatus.CREATED : HttpStatus.OK)
                                            .body(view));
            case Outcome.Refused(var reason) -> Mono.just(AgreementProblems.of(reason).response());
            case Outcome.IdTaken() -> Mono.just(Problem.idTaken().response());
        };
    }

    /** What whoever is invited must accept to join, for that person alone. */
    @GetMapping("/invitations/{id}/agreements")
    Mono<ResponseEntity<Page<Terms.TermView>>> listInvitationAgreements(
            @PathVariable UUID id, Caller caller, @AuthenticationPrincipal Jwt token) {
        return terms.ofInvitation(caller.alliance(), id, TokenLogin.of(token))
                .map(all -> ResponseEntity.ok(new Page<>(all, null)))
                .defaultIfEmpty(Problem.notFound().response());
    }

    /**
     * The version that was read.
     *
     * @param version in force, or announced
     */
    record AgreementAcceptanceRequest(@Min(1) long version) {}
}
