package org.commonweal.membership.scim;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.commonweal.membership.MembershipProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * Users of one firm's directory (RFC 7644). The standard describes it, so our own API's document
 * does not; a directory looks a user up by name or external id, and gets one page otherwise.
 */
@Hidden
@RestController
@RequestMapping(
        path = "/scim/v2/{alliance}/{organization}",
        produces = {ScimController.SCIM_JSON, MediaType.APPLICATION_JSON_VALUE})
class ScimController {

    static final String SCIM_JSON = "application/scim+json";

    private static final Pattern FILTER =
            Pattern.compile("(?i)(userName|externalId)\\s+eq\\s+\"([^\"]{1,320})\"");

    private final EligiblePeople people;
    private final ProvisionUser provision;
    private final MembershipProperties properties;

    ScimController(
            EligiblePeople people, ProvisionUser provision, MembershipProperties properties) {
        this.people = people;
        this.provision = provision;
        this.properties = properties;
    }

    @GetMapping("/Users")
    Mono<ResponseEntity<Object>> listUsers(
            @PathVariable UUID alliance,
            @PathVariable UUID organization,
            @RequestParam(required = false) @Nullable String filter) {
        var directory = new Directory(alliance, organization);
        var words = FILTER.matcher(filter == null ? "" : filter.strip());
        if (filter != null && !words.matches()) {
            return Mono.just(
                    ScimProblems.invalid("Filter by userName or externalId, with eq alone."));
        }
        var byName = filter != null && words.group(1).equalsIgnoreCase("userName");
        return people.named(
                        directory,
                        byName ? words.group(2) : null,
                        filter != null && !byName ? words.group(2) : null)
                .map(found -> ResponseEntity.ok(page(directory, found)));
    }

    private ScimPage page(Directory directory, List<EligiblePeople.Found> found) {
        var users = found.stream().map(one -> user(directory, one)).toList();
        return new ScimPage(List.of(ScimPage.SCHEMA), users.size(), 1, users.size(), users);
    }

    @GetMapping("/Users/{id}")
    Mono<ResponseEntity<Object>> readUser(
            @PathVariable UUID alliance, @PathVariable UUID organization, @PathVariable UUID id) {
        var directory = new Directory(alliance, organization);
        return people.one(directory, id)
                .<ResponseEntity<Object>>map(found -> ResponseEntity.ok(user(directory, found)))
                .defaultIfEmpty(ScimProblems.unknown());
    }

    @PostMapping(
            path = "/Users",
            consumes = {SCIM_JSON, MediaType.APPLICATION_JSON_VALUE})
    Mono<ResponseEntity<Object>> addUser(
            @PathVariable UUID alliance,
            @PathVariable UUID organization,
            @RequestBody ScimUser user) {
        var directory = new Directory(alliance, organization);
        return provision
                .add(directory, user.person())
                .map(outcome -> answer(directory, outcome, HttpStatus.CREATED));
    }

    @PutMapping(
            path = "/Users/{id}",
            consumes = {SCIM_JSON, MediaType.APPLICATION_JSON_VALUE})
    Mono<ResponseEntity<Object>> replaceUser(
            @PathVariable UUID alliance,
            @PathVariable UUID organization,
            @PathVariable UUID id,
            @RequestBody ScimUser user) {
        var directory = new Directory(alliance, organization);
        var replaced = user.person();
        return provision
                .change(directory, id, _ -> replaced)
                .map(outcome -> answer(directory, outcome, HttpStatus.OK))
                .defaultIfEmpty(ScimProblems.unknown());
    }

    @PatchMapping(
            path = "/Users/{id}",
            consumes = {SCIM_JSON, MediaType.APPLICATION_JSON_VALUE})
    Mono<ResponseEntity<Object>> changeUser(
            @PathVariable UUID alliance,
            @PathVariable UUID organization,
            @PathVariable UUID id,
            @RequestBody ScimPatch patch) {
        var directory = new Directory(alliance, organization);
        return provision
                .change(directory, id, patch::applied)
                .map(outcome -> answer(directory, outcome, HttpStatus.OK))
                .defaultIfEmpty(ScimProblems.unknown());
    }

    @DeleteMapping("/Users/{id}")
    Mono<ResponseEntity<Object>> removeUser(
            @PathVariable UUID alliance, @PathVariable UUID organization, @PathVariable UUID id) {
        return provision
                .remove(new Directory(alliance, organization), id)
                .<ResponseEntity<Object>>map(_ -> ResponseEntity.noContent().build())
                .defaultIfEmpty(ScimProblems.unknown());
    }

    @GetMapping("/ServiceProviderConfig")
    Mono<Map<String, Object>> readConfig() {
        return Mono.just(ScimDescription.config());
    }

    @GetMapping("/Schemas")
    Mono<Map<String, Object>> listSchemas() {
        return Mono.just(ScimDescription.schemas());
    }

    @GetMapping("/ResourceTypes")
    Mono<Map<String, Object>> listResourceTypes() {
        return Mono.just(ScimDescription.resourceTypes());
    }

    /** What a user cannot be. */
    @ExceptionHandler(IllegalArgumentException.class)
    ResponseEntity<Object> invalid(IllegalArgumentException wrong) {
        return ScimProblems.invalid(String.valueOf(wrong.getMessage()));
    }

    private ResponseEntity<Object> answer(
            Directory directory, ProvisionUser.Outcome outcome, HttpStatus status) {
        return switch (outcome) {
            case ProvisionUser.Outcome.Kept(var found) ->
                    ResponseEntity.status(status).body(user(directory, found));
            case ProvisionUser.Outcome.NameTaken() -> ScimProblems.taken();
        };
    }

    private ScimUser user(Directory directory, EligiblePeople.Found found) {
        var place =
                "%s/scim/v2/%s/%s/Users/%s"
                        .formatted(
                                properties.publicAddress(),
                                directory.alliance(),
                                directory.organization(),
                                found.id());
        return ScimUser.of(
                found.id(),
                found.person(),
                new ScimUser.Meta(
                        "User",
                        found.created(),
                        found.changed(),
                        place,
                        "W/\"" + found.version() + "\""));
    }
}
