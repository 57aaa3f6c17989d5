package org.commonweal.membership.maildomains;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.commonweal.membership.domain.DomainName;
import org.commonweal.membership.domain.MailDomain;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.CommandId;
import org.commonweal.platform.web.Problem;
import org.commonweal.platform.web.RequestHash;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The own firm's mail domains, as its administrators name them and give them up. */
@RestController
@RequestMapping("/api/alliances/{alliance}/organizations/mine/domains")
@Tag(name = "organizations")
class MailDomainsController {

    private final NameDomain name;
    private final GiveUpDomain giveUp;
    private final MailDomains domains;
    private final RequestHash hash;
    private final Clock clock;

    MailDomainsController(
            NameDomain name,
            GiveUpDomain giveUp,
            MailDomains domains,
            RequestHash hash,
            Clock clock) {
        this.name = name;
        this.giveUp = giveUp;
        this.domains = domains;
        this.hash = hash;
        this.clock = clock;
    }

    @GetMapping
    Mono<ResponseEntity<MailDomainsView>> listMailDomains(Caller caller) {
        return domains.asker(caller)
                .flatMap(asker ->
                        asker.administrator()
                                ? domains.list(caller)
                                        .map(list -> ResponseEntity.ok(new MailDomainsView(list)))
                                : Mono.just(
                                        refused(MailDomain.Refusal.NOT_AN_ADMINISTRATOR)
                                                .<MailDomainsView>response()))
                .defaultIfEmpty(Problem.notFound().response());
    }

    @PutMapping("/{id}")
    Mono<ResponseEntity<MailDomainView>> nameMailDomain(
            @PathVariable UUID id, Caller caller, @Valid @RequestBody MailDomainRequest request) {
        var command =
                new MailDomains.Command(
                        CommandId.of(id, clock),
                        hash.of("name-domain", caller, request),
                        caller,
                        id);
        return domains.asker(caller)
                .flatMap(_ ->
                        DomainName.of(request.name())
                                .map(read -> name.handle(command, read))
                                .orElseGet(() ->
                                        Mono.just(
                                                new Outcome.Refused(
                                                        MailDomain.Refusal.NOT_A_DOMAIN))))
                .flatMap(outcome -> answer(outcome, command))
                .defaultIfEmpty(Problem.notFound().response());
    }

    @PutMapping("/{id}/surrender")
    Mono<ResponseEntity<MailDomainView>> giveUpMailDomain(
            @PathVariable UUID id, Caller caller, @RequestHeader("Idempotency-Key") UUID key) {
        var hashed = hash.of("give-up-domain/" + id, caller, "");
        var command = new MailDomains.Command(CommandId.of(key, clock), hashed, caller, id);
        return giveUp.handle(command)
                .flatMap(outcome -> answer(outcome, command))
                .defaultIfEmpty(Problem.notFound().response());
    }

    private Mono<ResponseEntity<MailDomainView>> answer(
            Outcome outcome, MailDomains.Command command) {
        return switch (outcome) {
            case Outcome.Done(var isNew) ->
                    domains.one(command.caller(), command.domain())
                            .map(view ->
                                    ResponseEntity.status(
                                                    isNew ? HttpStatus.CREATED : HttpStatus.OK)
                                            .body(view));
            case Outcome.Refused(var reason) -> Mono.just(refused(reason).response());
            case Outcome.IdTaken() -> Mono.just(Problem.idTaken().response());
            case Outcome.Gone() -> Mono.empty();
        };
    }

    private static Problem refused(MailDomain.Refusal reason) {
        return MailDomainProblems.of(reason);
    }

    record MailDomainRequest(@NotBlank @Size(max = 253) String name) {}

    /** All of them: a firm names at most twenty. */
    record MailDomainsView(List<MailDomainView> items) {
        MailDomainsView {
            items = List.copyOf(items);
        }
    }
}
