package org.commonweal.membership.inviting;

import java.time.Clock;
import java.util.UUID;
import java.util.function.BiFunction;
import org.commonweal.membership.domain.Agreement;
import org.commonweal.membership.domain.Invitation;
import org.commonweal.membership.domain.Login;
import org.commonweal.membership.domain.PersonId;
import org.commonweal.membership.me.Registry;
import org.commonweal.platform.web.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Accepts or declines an invitation: by the invited person alone, who becomes a member by it. */
@Component
class AnswerInvitation {

    private final Registry registry;
    private final Answers answers;
    private final Clock clock;

    AnswerInvitation(Registry registry, Answers answers, Clock clock) {
        this.registry = registry;
        this.answers = answers;
        this.clock = clock;
    }

    Mono<Outcome> accept(Command command, String ownInterest) {
        return decide(
                command,
                (person, now) ->
                        switch (now.place().taken()) {
                            case Invitation.Answer.Refused(var reason) ->
                                    Mono.just(new Outcome.Refused(reason));
                            case Invitation.Answer.Possible() ->
                                    now.unaccepted() == null
                                            ? answers.accept(
                                                            command,
                                                            person,
                                                            now.organization(),
                                                            ownInterest)
                                                    .switchIfEmpty(overtaken(command, person))
                                            : Mono.just(new Outcome.NotAgreed(now.unaccepted()));
                        });
    }

    Mono<Outcome> decline(Command command) {
        return decide(command, (person, _) -> answers.decline(command, person));
    }

    /** Somebody took the last seat or the invitation, or an agreement's date came, meanwhile. */
    private Mono<Outcome> overtaken(Command command, PersonId person) {
        return answers.situation(command, person)
                .map(now ->
                        now.place().taken() instanceof Invitation.Answer.Refused(var reason)
                                ? new Outcome.Refused(reason)
                                : now.unaccepted() == null
                                        ? new Outcome.Refused(Invitation.Refusal.ANSWERED)
                                        : new Outcome.NotAgreed(now.unaccepted()));
    }

    /** An invitation of somebody else is not found, whether it is there or not. */
    private Mono<Outcome> decide(
            Command command, BiFunction<PersonId, Answers.Situation, Mono<Outcome>> act) {
        return registry.known(command.login())
                .flatMap(person ->
                        answers.situation(command, person)
                                .flatMap(now -> decide(command, now, person, act)))
                .defaultIfEmpty(new Outcome.Refused(Invitation.Refusal.NOT_ADDRESSED));
    }

    private Mono<Outcome> decide(
            Command command,
            Answers.Situation now,
            PersonId person,
            BiFunction<PersonId, Answers.Situation, Mono<Outcome>> act) {
        if (now.earlierHash() != null) {
            return now.earlierHash().equals(command.requestHash())
                    ? answers.earlier(command, person)
                    : Mono.just(new Outcome.IdTaken());
        }
        return switch (now.invitation().answeredBy(command.login(), clock.instant())) {
            case Invitation.Answer.Refused(var reason) -> Mono.just(new Outcome.Refused(reason));
            case Invitation.Answer.Possible() ->
                    act.apply(person, now)
                            .defaultIfEmpty(new Outcome.Refused(Invitation.Refusal.ANSWERED));
        };
    }

    /**
     * @param agreed what the person accepts with it, a JSON list of {agreement, version}
     */
    record Command(
            UUID key,
            String requestHash,
            Caller caller,
            UUID invitation,
            Login login,
            String agreed) {}

    sealed interface Outcome {
        record Joined(MembershipView membership, boolean isNew) implements Outcome {}

        record Declined(InvitationView invitation) implements Outcome {}

        record Refused(Invitation.Refusal reason) implements Outcome {}

        record NotAgreed(Agreement.Unaccepted first) implements Outcome {}

        record IdTaken() implements Outcome {}
    }
}
