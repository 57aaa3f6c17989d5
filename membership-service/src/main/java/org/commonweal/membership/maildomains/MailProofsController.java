package org.commonweal.membership.maildomains;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.UUID;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.CommandId;
import org.commonweal.platform.web.Problem;
import org.commonweal.platform.web.RequestHash;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A mail domain of the own firm, proved by its record or by a mail to whoever runs it. */
@RestController
@RequestMapping("/api/alliances/{alliance}/organizations/mine/domains/{id}")
@Tag(name = "organizations")
class MailProofsController {

    private final CheckDomain check;
    private final ProveByMail prove;
    private final MailDomains domains;
    private final RequestHash hash;
    private final Clock clock;

    MailProofsController(
            CheckDomain check,
            ProveByMail prove,
            MailDomains domains,
            RequestHash hash,
            Clock clock) {
        this.check = check;
        this.prove = prove;
        this.domains = domains;
        this.hash = hash;
        this.clock = clock;
    }

    /** Looks for the record now; what it found stands in the answer. */
    @PutMapping("/check")
    Mono<ResponseEntity<MailDomainView>> checkMailDomain(
            @PathVariable UUID id, Caller caller, @RequestHeader("Idempotency-Key") UUID key) {
        var hashed = hash.of("check-domain/" + id, caller, "");
        var command = new MailDomains.Command(CommandId.of(key, clock), hashed, caller, id);
        return check.handle(command)
                .flatMap(outcome -> answer(outcome, command))
                .defaultIfEmpty(Problem.notFound().response());
    }

    /** Writes to one of the addresses that every mail domain has. */
    @PutMapping("/mail")
    Mono<ResponseEntity<MailDomainView>> mailToMailDomain(
            @PathVariable UUID id,
            Caller caller,
            @RequestHeader("Idempotency-Key") UUID key,
            @Valid @RequestBody MailDomainMailRequest request) {
        var hashed = hash.of("mail-domain/" + id, caller, request);
        var command = new MailDomains.Command(CommandId.of(key, clock), hashed, caller, id);
        return prove.ask(command, request.mailbox())
                .flatMap(outcome -> answer(outcome, command))
                .defaultIfEmpty(Problem.notFound().response());
    }

    /** Brings back the code that the mail carried. */
    @PutMapping("/code")
    Mono<ResponseEntity<MailDomainView>> proveMailDomainByCode(
            @PathVariable UUID id,
            Caller caller,
            @RequestHeader("Idempotency-Key") UUID key,
            @Valid @RequestBody MailDomainCodeRequest request) {
        var hashed = hash.of("domain-code/" + id, caller, request);
        var command = new MailDomains.Command(CommandId.of(key, clock), hashed, caller, id);
        return prove.confirm(command, request.code().strip())
                .flatMap(outcome -> answer(outcome, command))
                .defaultIfEmpty(Problem.notFound().response());
    }

    private Mono<ResponseEntity<MailDomainView>> answer(
            Outcome outcome, MailDomains.Command command) {
        return switch (outcome) {
            case Outcome.Done(_) ->
                    domains.one(command.caller(), command.domain()).map(ResponseEntity::ok);
            case Outcome.Refused(var reason) -> Mono.just(MailDomainProblems.of(reason).response());
            case Outcome.IdTaken() -> Mono.just(Problem.idTaken().response());
            case Outcome.Gone() -> Mono.empty();
        };
    }

    record MailDomainMailRequest(@NotNull Mailbox mailbox) {}

    record MailDomainCodeRequest(@NotBlank @Size(max = 100) String code) {}
}
