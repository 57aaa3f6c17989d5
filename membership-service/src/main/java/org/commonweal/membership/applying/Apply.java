package org.commonweal.membership.applying;

import java.time.Clock;
import java.util.UUID;
import org.commonweal.membership.applying.ApplicationsController.ApplicationRequest;
import org.commonweal.membership.domain.Application;
import org.commonweal.membership.domain.Login;
import org.commonweal.membership.domain.PersonId;
import org.commonweal.membership.me.Registry;
import org.commonweal.platform.web.Caller;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks to join, for a firm whose login one came through; it makes nobody a member. */
@Component
class Apply {

    private final Registry registry;
    private final OwnApplications applications;
    private final Clock clock;

    Apply(Registry registry, OwnApplications applications, Clock clock) {
        this.registry = registry;
        this.applications = applications;
        this.clock = clock;
    }

    /** Empty where there is no front door. */
    Mono<Outcome> handle(Command command) {
        return registry.known(command.login())
                .flatMap(person ->
                        applications
                                .sending(command, person)
                                .flatMap(now -> decide(command, person, now)))
                .onErrorReturn(
                        DuplicateKeyException.class,
                        new Outcome.Refused(Application.Refusal.APPLIED_ALREADY));
    }

    private Mono<Outcome> decide(Command command, PersonId person, OwnApplications.Sending now) {
        if (now.earlierHash() != null) {
            return Mono.just(Outcome.repeated(now.earlierHash(), command.requestHash()));
        }
        var request = command.request();
        var answer =
                now.draft()
                        .send(
                                command.login(),
                                request.questionsVersion(),
                                request.answers(),
                                clock.instant());
        return switch (answer) {
            case Application.Answer.Refused(var reason) -> Mono.just(new Outcome.Refused(reason));
            case Application.Answer.Possible() ->
                    applications
                            .keep(command, person, now.deciders())
                            .map(kept -> kept ? new Outcome.Kept(true) : new Outcome.IdTaken());
        };
    }

    record Command(
            UUID id, String requestHash, Caller caller, Login login, ApplicationRequest request) {}
}
