package org.commonweal.membership.bodies;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.UUID;
import org.commonweal.membership.domain.Body;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.CommandId;
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
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** One firm: read by every member, changed by its own administrators. */
@RestController
@RequestMapping("/api/alliances/{alliance}/organizations/{id}")
@Tag(name = "organizations")
class BodiesController {

    private final Govern govern;
    private final BodyViews views;
    private final RequestHash hash;
    private final Clock clock;

    BodiesController(Govern govern, BodyViews views, RequestHash hash, Clock clock) {
        this.govern = govern;
        this.views = views;
        this.hash = hash;
        this.clock = clock;
    }

    @GetMapping
    Mono<ResponseEntity<BodyView>> readOrganization(@PathVariable UUID id, Caller caller) {
        return views.one(caller, id)
                .map(ResponseEntity::ok)
                .defaultIfEmpty(Problem.notFound().response());
    }

    @PutMapping("/description")
    Mono<ResponseEntity<BodyView>> describeOrganization(
            @PathVariable UUID id,
            Caller caller,
            @RequestHeader("Idempotency-Key") UUID key,
            @Valid @RequestBody DescriptionRequest request) {
        var command = command(id, caller, key, hash.of("describe/" + id, caller, request));
        var description =
                new Govern.Description(
                        request.name().strip(), request.shortName().strip(), request.colour());
        return govern.describe(command, description)
                .flatMap(outcome -> answer(outcome, command))
                .defaultIfEmpty(Problem.notFound().response());
    }

    @PutMapping("/seats")
    Mono<ResponseEntity<BodyView>> setSeats(
            @PathVariable UUID id,
            Caller caller,
            @RequestHeader("Idempotency-Key") UUID key,
            @Valid @RequestBody SeatsRequest request) {
        var command = command(id, caller, key, hash.of("seats/" + id, caller, request));
        return govern.seat(command, request.seats())
                .flatMap(outcome -> answer(outcome, command))
                .defaultIfEmpty(Problem.notFound().response());
    }

    /** Names or withdraws an administrator or a delegate of the own firm. */
    @PutMapping("/roles/{person}")
    Mono<ResponseEntity<BodyView>> setRoles(
            @PathVariable UUID id,
            @PathVariable UUID person,
            Caller caller,
            @RequestHeader("Idempotency-Key") UUID key,
            @Valid @RequestBody RolesRequest request) {
        var hashed = hash.of("roles/" + id + "/" + person, caller, request);
        var command = command(id, caller, key, hashed);
        var roles = new Body.Roles(request.administrator(), request.delegate());
        return govern.entrust(command, person, roles)
                .flatMap(outcome -> answer(outcome, command))
                .defaultIfEmpty(Problem.notFound().response());
    }

    private Govern.Command command(UUID id, Caller caller, UUID key, String hashed) {
        return new Govern.Command(CommandId.of(key, clock), hashed, caller, id);
    }

    private Mono<ResponseEntity<BodyView>> answer(Govern.Outcome outcome, Govern.Command command) {
        return switch (outcome) {
            case Govern.Outcome.Done() ->
                    views.one(command.caller(), command.organization()).map(ResponseEntity::ok);
            case Govern.Outcome.Refused(var reason) ->
                    Mono.just(BodyProblems.of(reason).response());
            case Govern.Outcome.IdTaken() -> Mono.just(Problem.idTaken().response());
            case Govern.Outcome.ChangedMeanwhile() ->
                    Mono.just(Problem.changedMeanwhile().response());
        };
    }

    record DescriptionRequest(
            @NotBlank @Size(max = 120) String name,
            @NotBlank @Size(max = 24) String shortName,
            @Pattern(regexp = "#[0-9a-f]{6}") String colour) {}

    /**
     * @param seats how many people the firm may have here; absent for as many as come
     */
    record SeatsRequest(@Nullable @Min(1) @Max(100_000) Integer seats) {}

    record RolesRequest(boolean administrator, boolean delegate) {}
}
