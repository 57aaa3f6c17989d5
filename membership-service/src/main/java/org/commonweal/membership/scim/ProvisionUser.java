package org.commonweal.membership.scim;

import java.util.UUID;
import java.util.function.UnaryOperator;
import org.commonweal.membership.domain.EligiblePerson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes what a firm's directory says of one of its people. */
@Component
class ProvisionUser {

    private final EligiblePeople people;
    private final Provisions provisions;

    ProvisionUser(EligiblePeople people, Provisions provisions) {
        this.people = people;
        this.provisions = provisions;
    }

    Mono<Outcome> add(Directory directory, EligiblePerson person) {
        return provisions
                .add(directory, person)
                .<Outcome>map(Outcome.Kept::new)
                .defaultIfEmpty(new Outcome.NameTaken());
    }

    /** Empty when the directory has nobody of this id. */
    Mono<Outcome> change(Directory directory, UUID id, UnaryOperator<EligiblePerson> change) {
        return people.one(directory, id)
                .flatMap(found -> change(directory, found, change.apply(found.person())));
    }

    private Mono<Outcome> change(
            Directory directory, EligiblePeople.Found found, EligiblePerson changed) {
        if (changed.userName().equalsIgnoreCase(found.person().userName())) {
            return provisions.change(directory, found.id(), changed).map(Outcome.Kept::new);
        }
        return people.named(directory, changed.userName(), null)
                .flatMap(others ->
                        others.isEmpty()
                                ? provisions
                                        .change(directory, found.id(), changed)
                                        .map(Outcome.Kept::new)
                                : Mono.just(new Outcome.NameTaken()));
    }

    /** Empty when the directory has nobody of this id. */
    Mono<Outcome> remove(Directory directory, UUID id) {
        return people.one(directory, id)
                .flatMap(found -> provisions.remove(directory, id, found.person()))
                .map(Outcome.Kept::new);
    }

    sealed interface Outcome {
        record Kept(EligiblePeople.Found user) implements Outcome {}

        record NameTaken() implements Outcome {}
    }
}
