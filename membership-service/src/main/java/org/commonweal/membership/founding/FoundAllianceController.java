package org.commonweal.membership.founding;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.commonweal.membership.domain.Charter;
import org.commonweal.membership.me.TokenLogin;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.CommandId;
import org.commonweal.platform.web.Problem;
import org.commonweal.platform.web.RefusedException;
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
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Founding an alliance, and reading what it is. */
@RestController
@Tag(name = "alliances")
class FoundAllianceController {

    private static final Duration ACKNOWLEDGEMENT_DEFAULT = Duration.ofDays(3);

    private final FoundAlliance found;
    private final Alliances alliances;
    private final RequestHash hash;
    private final Clock clock;

    FoundAllianceController(
            FoundAlliance found, Alliances alliances, RequestHash hash, Clock clock) {
        this.found = found;
        this.alliances = alliances;
        this.hash = hash;
        this.clock = clock;
    }

    @PutMapping("/api/alliances/{alliance}")
    Mono<ResponseEntity<AllianceView>> foundAlliance(
            @PathVariable UUID alliance,
            Caller caller,
            @AuthenticationPrincipal Jwt token,
            @Valid @RequestBody FoundingRequest request) {
        var command =
                new FoundAlliance.Command(
                        CommandId.of(alliance, clock),
                        caller,
                        hash.of("found", caller, request),
                        TokenLogin.of(token),
                        request.charterOrDefault(),
                        request.acknowledgementLimitOrDefault(),
                        request.zone(),
                        request);
        return found.handle(command).flatMap(outcome -> answer(outcome, caller));
    }

    private Mono<ResponseEntity<AllianceView>> answer(
            FoundAlliance.Outcome outcome, Caller caller) {
        return switch (outcome) {
            case FOUNDED -> read(caller, HttpStatus.CREATED);
            case FOUNDED_BEFORE -> read(caller, HttpStatus.OK);
            case ID_TAKEN -> Mono.just(Problem.idTaken().response());
            case SLUG_TAKEN -> Mono.just(slugTaken().response());
            case FORK_UNKNOWN -> Mono.just(forkUnknown().response());
            case FORK_ANOTHERS -> Mono.just(forkAnothers().response());
            case FORK_FOUNDED -> Mono.just(forkFounded().response());
        };
    }

    @GetMapping("/api/alliances/{alliance}")
    Mono<ResponseEntity<AllianceView>> readAlliance(@PathVariable UUID alliance, Caller caller) {
        return read(caller, HttpStatus.OK);
    }

    private Mono<ResponseEntity<AllianceView>> read(Caller caller, HttpStatus status) {
        return alliances
                .seenBy(caller)
                .map(view -> ResponseEntity.status(status).body(view))
                .defaultIfEmpty(Problem.notFound().response());
    }

    private static Problem slugTaken() {
        return Problem.refusal(
                        HttpStatus.CONFLICT,
                        "slug-taken",
                        "This address is taken",
                        "Another alliance has this slug. Choose another one.")
                .error("/slug", "is taken");
    }

    private static Problem forkUnknown() {
        return Problem.refusal(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "fork-unknown",
                        "Nothing of that id was prepared",
                        "Name what you have prepared in an alliance of which you are a member.")
                .error("/fork", "is not known there");
    }

    private static Problem forkAnothers() {
        return Problem.refusal(
                HttpStatus.FORBIDDEN,
                "fork-anothers",
                "Somebody else prepared this",
                "Whoever prepared it founds it. You may prepare another one.");
    }

    private static Problem forkFounded() {
        return Problem.refusal(
                HttpStatus.CONFLICT,
                "fork-founded",
                "This was founded before",
                "What was prepared is founded once. Prepare another one.");
    }

    record FoundingRequest(
            @NotBlank @Size(max = 120) String name,
            @NotBlank @Pattern(regexp = "[a-z][a-z0-9-]{1,58}[a-z0-9]") String slug,
            @NotBlank @Size(max = 64) String timeZone,
            @Nullable Duration acknowledgementLimit,
            @Nullable @Valid CharterRequest charter,
            @Nullable Boolean history,
            @Valid OwnOrganization organization,
            @Nullable Boolean sponsor,
            @Nullable @Valid ForkRequest fork) {

        Charter charterOrDefault() {
            return charter == null
                    ? Charter.DEFAULT
                    : limits(
                            "/charter",
                            () ->
                                    new Charter(
                                            charter.quorumPerMillion(),
                                            charter.thresholdPerMillion(),
                                            charter.ballotMinimum()));
        }

        Duration acknowledgementLimitOrDefault() {
            var limit =
                    acknowledgementLimit == null ? ACKNOWLEDGEMENT_DEFAULT : acknowledgementLimit;
            if (limit.toSeconds() < 1 || limit.toDays() > 90) {
                throw unfit("/acknowledgementLimit", "must be between 1 second and 90 days");
            }
            return limit;
        }

        ZoneId zone() {
            try {
                return ZoneId.of(timeZone);
            } catch (DateTimeException unknown) {
                throw unfit("/timeZone", "must be a name of the IANA time zone database");
            }
        }

        boolean isHistory() {
            return Boolean.TRUE.equals(history);
        }

        boolean isSponsor() {
            return Boolean.TRUE.equals(sponsor);
        }

        private static <T> T limits(String pointer, java.util.function.Supplier<T> value) {
            try {
                return value.get();
            } catch (IllegalArgumentException outside) {
                throw unfit(pointer, String.valueOf(outside.getMessage()));
            }
        }

        private static RefusedException unfit(String pointer, String message) {
            return new RefusedException(
                    Problem.refusal(
                                    HttpStatus.BAD_REQUEST,
                                    "not-readable",
                                    "The request is not readable",
                                    "A field is outside of its limits.")
                            .error(pointer, message));
        }
    }

    /**
     * What the alliance comes from, where it is founded for another purpose.
     *
     * @param alliance where it was prepared
     */
    record ForkRequest(UUID alliance, UUID id) {}

    record CharterRequest(int quorumPerMillion, int thresholdPerMillion, Duration ballotMinimum) {}

    record OwnOrganization(
            UUID id,
            @NotBlank @Size(max = 120) String name,
            @NotBlank @Size(max = 24) String shortName,
            @Pattern(regexp = "#[0-9a-f]{6}") String colour,
            @Size(max = 20) List<@NotBlank @Size(max = 253) String> mailDomains,
            @Nullable @Size(max = 64) String identityProvider) {}
}
