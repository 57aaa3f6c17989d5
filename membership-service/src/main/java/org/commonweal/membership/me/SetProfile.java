package org.commonweal.membership.me;

import org.commonweal.membership.domain.Login;
import org.commonweal.membership.domain.PersonId;
import org.commonweal.membership.domain.Profile;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Corrects what a person says of themselves; what the login says is corrected where it is kept. */
@Component
class SetProfile {

    private final Registry registry;
    private final Profiles profiles;

    SetProfile(Registry registry, Profiles profiles) {
        this.registry = registry;
        this.profiles = profiles;
    }

    /** Empty when it changed meanwhile; repeating what is so already answers as before. */
    Mono<Profiles.Known> handle(Login login, long version, Profile profile) {
        return registry.known(login)
                .flatMap(person ->
                        profiles.set(login, person, version, profile)
                                .switchIfEmpty(Mono.defer(() -> same(login, person, profile))));
    }

    private Mono<Profiles.Known> same(Login login, PersonId person, Profile profile) {
        return profiles.of(login, person).filter(known -> known.profile().equals(profile));
    }
}
