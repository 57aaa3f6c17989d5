package org.commonweal.membership.merging;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.commonweal.membership.domain.Merger;
import org.commonweal.platform.web.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The other firm's administrator accepts the firm with all its people, or declines; who proposed it
 * takes it back.
 */
@Component
class AnswerMerger {

    private final MergerAnswers answers;
    private final Unions unions;
    private final Clock clock;

    AnswerMerger(MergerAnswers answers, Unions unions, Clock clock) {
        this.answers = answers;
        this.unions = unions;
        this.clock = clock;
    }

    /**
     * Empty for everybody but the administrators of both firms; so are the others.
     *
     * @param people how many the administrator was told will come
     */
    Mono<Outcome> accept(Command command, long people) {
        return answers.situation(command)
                .flatMap(now ->
                        decide(
                                command,
                                now,
                                now.accept(people, clock.instant()),
                                () -> unions.unite(command, now, people)));
    }

    Mono<Outcome> decline(Command command) {
        return answers.situation(command)
                .flatMap(now ->
                        decide(
                                command,
                                now,
                                now.merger().decline(now.by(), clock.instant()),
                                () -> answers.end(command, now, Merger.State.DECLINED)));
    }

    Mono<Outcome> withdraw(Command command) {
        return answers.situation(command)
                .flatMap(now ->
                        decide(
                                command,
                                now,
                                now.merger().withdraw(now.by(), clock.instant()),
                                () -> answers.end(command, now, Merger.State.WITHDRAWN)));
    }

    private static Mono<Outcome> decide(
            Command command,
            MergerAnswers.Situation now,
            Merger.Ruling ruling,
            Supplier<Mono<Boolean>> act) {
        if (now.earlierHash() != null) {
            return Mono.just(
                    now.earlierHash().equals(command.requestHash())
                            ? new Outcome.Done(false)
                            : new Outcome.IdTaken());
        }
        return switch (ruling) {
            case Merger.Ruling.Refused(var reason) -> Mono.just(new Outcome.Refused(reason));
            case Merger.Ruling.Possible() ->
                    act.get()
                            .map(kept ->
                                    kept ? new Outcome.Done(true) : new Outcome.ChangedMeanwhile());
        };
    }

    record Command(UUID key, String requestHash, Caller caller, UUID merger) {}
}
