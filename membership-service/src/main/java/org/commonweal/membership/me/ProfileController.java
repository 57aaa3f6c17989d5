package org.commonweal.membership.me;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.commonweal.membership.domain.Login;
import org.commonweal.membership.domain.Profile;
import org.commonweal.platform.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A person in two worlds: what the login says, to be read, and what the person says, to be set. */
@RestController
@RequestMapping("/api/me/profile")
@Tag(name = "me")
class ProfileController {

    private final Registry registry;
    private final Profiles profiles;
    private final SetProfile set;

    ProfileController(Registry registry, Profiles profiles, SetProfile set) {
        this.registry = registry;
        this.profiles = profiles;
        this.set = set;
    }

    @GetMapping
    Mono<ProfileView> readMyProfile(@AuthenticationPrincipal Jwt token) {
        var login = TokenLogin.of(token);
        return registry.known(login)
                .flatMap(person -> profiles.of(login, person))
                .map(known -> ProfileView.of(login, known));
    }

    @PutMapping
    Mono<ResponseEntity<ProfileView>> setMyProfile(
            @AuthenticationPrincipal Jwt token, @Valid @RequestBody ProfileRequest request) {
        var login = TokenLogin.of(token);
        return set.handle(login, request.version(), request.profile())
                .map(known -> ResponseEntity.ok(ProfileView.of(login, known)))
                .defaultIfEmpty(Problem.changedMeanwhile().response());
    }

    /**
     * What a person says of themselves.
     *
     * @param version as it was read, so that nothing is overwritten unseen
     */
    record ProfileRequest(
            @Min(0) long version,
            @Nullable @Size(max = 200) String displayName,
            @NotNull @Size(max = Profile.EXPERTISE_MOST)
                    List<@NotNull @Size(max = 60) String> expertise,
            @Nullable @Pattern(regexp = "[a-z]{2,3}(-[A-Z]{2})?") String language,
            boolean byMailOnly) {

        Profile profile() {
            return new Profile(displayName, expertise, language, byMailOnly);
        }
    }

    record ProfileView(
            AtLogin login,
            @Nullable String displayName,
            List<String> expertise,
            @Nullable String language,
            boolean byMailOnly,
            long version) {

        static ProfileView of(Login login, Profiles.Known known) {
            var said = known.profile();
            return new ProfileView(
                    AtLogin.of(login),
                    said.displayName(),
                    said.expertise(),
                    said.language(),
                    said.byMailOnly(),
                    known.version());
        }
    }

    /**
     * What the login says, and is corrected there.
     *
     * @param provider the alias of the firm's own provider, or null for the platform's account
     */
    record AtLogin(String name, @Nullable String email, @Nullable String provider) {

        static AtLogin of(Login login) {
            return new AtLogin(
                    login.name(),
                    login.provenEmail(),
                    login.provider().isEmpty() ? null : login.provider());
        }
    }
}
