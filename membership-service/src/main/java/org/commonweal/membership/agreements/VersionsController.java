package org.commonweal.membership.agreements;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.commonweal.membership.domain.Agreement;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.CommandId;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Agreements are read by all members and written by delegates. */
@RestController
@RequestMapping("/api/alliances/{alliance}/agreements")
@Tag(name = "agreements")
class VersionsController {

    private final WriteVersion write;
    private final AgreementViews views;
    private final RequestHash hash;
    private final Clock clock;

    VersionsController(WriteVersion write, AgreementViews views, RequestHash hash, Clock clock) {
        this.write = write;
        this.views = views;
        this.hash = hash;
        this.clock = clock;
    }

    /** All of them: there are never more than fit on one page. */
    @GetMapping
    Mono<ResponseEntity<Page<AgreementView>>> listAgreements(Caller caller) {
        return views.all(caller)
                .map(all -> ResponseEntity.ok(new Page<>(all, null)))
                .defaultIfEmpty(Problem.notFound().response());
    }

    @GetMapping("/{agreement}")
    Mono<ResponseEntity<AgreementView.AgreementWithVersions>> readAgreement(
            @PathVariable UUID agreement, Caller caller) {
        return views.one(caller, agreement)
                .map(ResponseEntity::ok)
                .defaultIfEmpty(Problem.notFound().response());
    }

    @GetMapping("/{agreement}/versions/{id}")
    Mono<ResponseEntity<AgreementView.AgreementVersion>> readAgreementVersion(
            @PathVariable UUID agreement, @PathVariable UUID id, Caller caller) {
        return read(caller, agreement, id, HttpStatus.OK)
                .defaultIfEmpty(Problem.notFound().response());
    }

    @PutMapping("/{agreement}/versions/{id}")
    Mono<ResponseEntity<AgreementView.AgreementVersion>> writeAgreementVersion(
            @PathVariable UUID agreement,
            @PathVariable UUID id,
            Caller caller,
            @Valid @RequestBody AgreementVersionRequest request) {
        var command =
                new WriteVersion.Command(
                        CommandId.of(id, clock),
                        hash.of("agreement/" + agreement, caller, request),
                        caller,
                        agreement,
                        request.follows(),
                        request.title().strip(),
                        request.text().strip(),
                        request.changes().strip(),
                        request.requiredFrom(),
                        request.afterwards());
        return write.handle(command)
                .flatMap(outcome -> answer(outcome, command))
                .defaultIfEmpty(Problem.notFound().response());
    }

    private Mono<ResponseEntity<AgreementView.AgreementVersion>> answer(
            Outcome outcome, WriteVersion.Command command) {
        return switch (outcome) {
            case Outcome.Kept(var isNew) ->
                    read(
                            command.caller(),
                            command.agreement(),
                            command.id(),
                            isNew ? HttpStatus.CREATED : HttpStatus.OK);
            case Outcome.Refused(var reason) -> Mono.just(AgreementProblems.of(reason).response());
            case Outcome.IdTaken() -> Mono.just(Problem.idTaken().response());
        };
    }

    private Mono<ResponseEntity<AgreementView.AgreementVersion>> read(
            Caller caller, UUID agreement, UUID id, HttpStatus status) {
        return views.version(caller, agreement, id)
                .map(version -> ResponseEntity.status(status).body(version));
    }

    /**
     * The next version of an agreement.
     *
     * @param follows the newest version as it was read; 0 for a new agreement
     * @param text Markdown
     * @param changes what is different from the version before; may be empty for the first
     * @param requiredFrom a moment to come; left out for at once
     * @param afterwards what whoever has not accepted it may do from then on
     */
    record AgreementVersionRequest(
            @Min(0) long follows,
            @NotBlank @Size(max = Agreement.TITLE_MOST) String title,
            @NotBlank @Size(max = Agreement.TEXT_MOST) String text,
            @NotNull @Size(max = Agreement.CHANGES_MOST) String changes,
            @Nullable Instant requiredFrom,
            @NotNull Agreement.Afterwards afterwards) {}
}
