package org.commonweal.membership.leaving;

import java.time.Instant;
import java.util.UUID;
import org.commonweal.membership.domain.Member;
import org.commonweal.membership.domain.Removal;
import org.commonweal.platform.web.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Ends a membership, or the place at a second firm alone: by the person's own act, or by the firm
 * with a reason.
 */
@Component
class EndMembership {

    private final Endings endings;
    private final SecondPlaces seconds;

    EndMembership(Endings endings, SecondPlaces seconds) {
        this.endings = endings;
        this.seconds = seconds;
    }

    /**
     * For the firm that the login acts for: with a second firm's login the place there ends, with
     * one of the home firm all. Empty for whoever has no standing; repeating a leave that was kept
     * answers as before.
     */
    Mono<Outcome> leave(Command command) {
        return endings.earlier(command)
                .switchIfEmpty(
                        endings.caller(command, true)
                                .flatMap(me ->
                                        end(
                                                command,
                                                me,
                                                me.member(),
                                                Removal.leaving(me.member(), me.second()),
                                                new Ended(Ending.LEFT, ""))));
    }

    /** The place at the second firm, with either login. Empty for whoever has no standing. */
    Mono<Outcome> leaveSecond(Command command) {
        return endings.earlier(command)
                .switchIfEmpty(
                        endings.caller(command, false)
                                .flatMap(me ->
                                        me.second() == null
                                                ? Mono.just(NO_SECOND_FIRM)
                                                : end(
                                                        command,
                                                        me,
                                                        me.member(),
                                                        Removal.Place.SECOND,
                                                        new Ended(Ending.LEFT, ""))));
    }

    /** Empty without standing, and for a person who is no member. */
    Mono<Outcome> remove(Command command, UUID person, String reason) {
        return endings.earlier(command)
                .switchIfEmpty(
                        endings.pair(command, person)
                                .flatMap(pair -> remove(command, pair, reason)));
    }

    private Mono<Outcome> remove(Command command, Endings.Pair pair, String reason) {
        var whom = pair.whom();
        return switch (Removal.of(whom.member(), whom.second(), pair.official(), reason)) {
            case Removal.Refused(var why) -> Mono.just(new Outcome.Refused(why));
            case Removal.Possible(var place) ->
                    end(command, whom, pair.by(), place, new Ended(Ending.REMOVED, reason.strip()));
        };
    }

    private Mono<Outcome> end(
            Command command, Endings.Belonging whom, Member by, Removal.Place place, Ended how) {
        var second = whom.second();
        return place == Removal.Place.SECOND && second != null
                ? seconds.end(command, whom.member(), second, by, how)
                : endings.end(command, whom.member(), by, how);
    }

    private static final Outcome NO_SECOND_FIRM =
            new Outcome.Refused(Removal.Refusal.NO_SECOND_FIRM);

    record Command(UUID key, String requestHash, Caller caller) {}

    /** How it ended. */
    enum Ending {
        LEFT,
        REMOVED
    }

    /** How, and in which words. */
    record Ended(Ending how, String reason) {}

    /**
     * What has ended.
     *
     * @param whole whether the membership has, or the place at a second firm alone
     */
    record EndedView(UUID person, boolean whole, Ending how, Instant at) {}

    sealed interface Outcome {
        record Ended(EndedView ended) implements Outcome {}

        record Refused(Removal.Refusal reason) implements Outcome {}

        record IdTaken() implements Outcome {}

        record ChangedMeanwhile() implements Outcome {}
    }
}
