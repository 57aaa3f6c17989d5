package org.commonweal.recognition.thanking;

import org.commonweal.platform.messaging.Guard;
import org.commonweal.platform.web.Caller;
import org.commonweal.recognition.domain.ContributionId;
import org.commonweal.recognition.domain.ThankYou;
import org.commonweal.recognition.domain.ThankYouId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A member thanks the author of a contribution. */
@Component
class GiveThanks {

    private final ThankYous thankYous;
    private final GivenThanks given;

    GiveThanks(ThankYous thankYous, GivenThanks given) {
        this.thankYous = thankYous;
        this.given = given;
    }

    /** Empty without standing. */
    Mono<Outcome> handle(Command command) {
        return Guard.twice(
                Mono.defer(() -> thankYous.load(command)).flatMap(known -> decide(command, known)));
    }

    private Mono<Outcome> decide(Command command, ThankYous.Known known) {
        if (known.requestHash() != null) {
            return known.requestHash().equals(command.requestHash())
                    ? given.one(command).map(Outcome.GivenBefore::new)
                    : Mono.just(new Outcome.IdTaken());
        }
        return switch (ThankYou.give(command.id(), known.giver(), known.work(), command.text())) {
            case ThankYou.Decision.Given(var thankYou) ->
                    thankYous
                            .keep(command, thankYou)
                            .flatMap(_ -> given.one(command))
                            .map(Outcome.Given::new);
            case ThankYou.Decision.Refused(var reason) -> Mono.just(new Outcome.Refused(reason));
        };
    }

    record Command(
            Caller caller,
            ThankYouId id,
            String requestHash,
            ContributionId contribution,
            String text) {}

    /** What the edge answers. */
    sealed interface Outcome {
        record Given(ThankYouV1 thanks) implements Outcome {}

        record GivenBefore(ThankYouV1 thanks) implements Outcome {}

        record IdTaken() implements Outcome {}

        record Refused(ThankYou.Refusal reason) implements Outcome {}
    }
}
