package org.commonweal.membership.organizations;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.commonweal.membership.rulebook.PowerProblems;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The organizations of an alliance; their people still join by their own act. */
@RestController
@RequestMapping("/api/alliances/{alliance}/organizations")
@Tag(name = "organizations")
class OrganizationsController {

    private final EnrolOrganization enrol;
    private final Organizations organizations;
    private final RequestHash hash;
    private final Clock clock;

    OrganizationsController(
            EnrolOrganization enrol, Organizations organizations, RequestHash hash, Clock clock) {
        this.enrol = enrol;
        this.organizations = organizations;
        this.hash = hash;
        this.clock = clock;
    }

    @PutMapping("/{id}")
    Mono<ResponseEntity<Organizations.OrganizationView>> enrolOrganization(
            @PathVariable UUID id, Caller caller, @Valid @RequestBody EnrolmentRequest request) {
        var command =
                new EnrolOrganization.Command(
                        CommandId.of(id, clock),
                        hash.of("enrol", caller, request),
                        caller,
                        request);
        return enrol.handle(command)
                .flatMap(outcome -> answer(outcome, command))
                .defaultIfEmpty(Problem.notFound().response());
    }

    private Mono<ResponseEntity<Organizations.OrganizationView>> answer(
            EnrolOrganization.Outcome outcome, EnrolOrganization.Command command) {
        return switch (outcome) {
            case EnrolOrganization.Outcome.Enrolled(var isNew) ->
                    read(
                            command.caller(),
                            command.id(),
                            isNew ? HttpStatus.CREATED : HttpStatus.OK);
            case EnrolOrganization.Outcome.IdTaken() -> Mono.just(Problem.idTaken().response());
            case EnrolOrganization.Outcome.NotADelegate() -> Mono.just(notADelegate().response());
            case EnrolOrganization.Outcome.SponsorNotEnrolled() ->
                    Mono.just(sponsorNotEnrolled().response());
            case EnrolOrganization.Outcome.OfMembers(var taken) ->
                    Mono.just(PowerProblems.of(command.caller().alliance(), taken).response());
            case EnrolOrganization.Outcome.OfSponsor() ->
                    Mono.just(PowerProblems.sponsor().response());
        };
    }

    @GetMapping
    Mono<ResponseEntity<Page<Organizations.OrganizationView>>> listOrganizations(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Limit.DEFAULT) int limit) {
        return organizations
                .page(caller, cursor, Limit.of(limit))
                .map(ResponseEntity::ok)
                .defaultIfEmpty(Problem.notFound().response());
    }

    private Mono<ResponseEntity<Organizations.OrganizationView>> read(
            Caller caller, UUID id, HttpStatus status) {
        return organizations.one(caller, id).map(view -> ResponseEntity.status(status).body(view));
    }

    private static Problem notADelegate() {
        return Problem.refusal(
                HttpStatus.FORBIDDEN,
                "not-a-delegate",
                "Only a delegate may do this",
                "Organizations are enrolled by a delegate of one that is already here. Ask yours.");
    }

    private static Problem sponsorNotEnrolled() {
        return Problem.refusal(
                        HttpStatus.FORBIDDEN,
                        "sponsor-not-enrolled",
                        "No delegate makes a sponsor",
                        "Whoever founds an alliance says whether their own organization is its sponsor. Enrol this one as a firm.")
                .error("/role", "must be FIRM");
    }

    record EnrolmentRequest(
            @NotBlank @Size(max = 120) String name,
            @NotBlank @Size(max = 24) String shortName,
            @Pattern(regexp = "#[0-9a-f]{6}") String colour,
            @Size(max = 20) List<@NotBlank @Size(max = 253) String> mailDomains,
            @Nullable @Size(max = 64) String identityProvider,
            @Pattern(regexp = "FIRM|SPONSOR") String role) {}
}
