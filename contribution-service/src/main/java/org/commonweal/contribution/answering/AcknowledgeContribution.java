package org.commonweal.contribution.answering;

import org.commonweal.contribution.answering.AnswerContribution.Command;
import org.commonweal.contribution.answering.AnswerContribution.Loaded;
import org.commonweal.contribution.answering.AnswerContribution.Result;
import org.commonweal.contribution.domain.Acknowledging;
import org.commonweal.contribution.reading.ContributionV1.AcknowledgementV1;
import org.commonweal.platform.web.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Acknowledges a contribution of another firm; the first one stops the clock. */
@Component
class AcknowledgeContribution {

    private static final String KIND = "acknowledged";

    private final Answers answers;

    AcknowledgeContribution(Answers answers) {
        this.answers = answers;
    }

    Mono<Result<AcknowledgementV1>> handle(Caller caller, Command command, @Nullable String note) {
        return answers.acknowledge(caller, command, loaded -> decide(loaded, command, note))
                .defaultIfEmpty(new Result.NotThere<>());
    }

    private static Result<AcknowledgementV1> decide(
            Loaded loaded, Command command, @Nullable String note) {
        if (loaded.requestHash() != null) {
            return AnswerContribution.again(loaded, command, loaded.acknowledgement());
        }
        var barred = loaded.barred();
        if (barred != null) {
            return new Result.Refused<>(barred, false);
        }
        return switch (loaded.contribution().acknowledge(loaded.me(), loaded.before())) {
            case Acknowledging.Stops _ ->
                    new Result.Created<>(acknowledgement(loaded, command, note), true);
            case Acknowledging.Joins _ ->
                    new Result.Created<>(acknowledgement(loaded, command, note), false);
            case Acknowledging.Refused(var reason) -> new Result.Refused<>(reason, false);
        };
    }

    private static AcknowledgementV1 acknowledgement(
            Loaded loaded, Command command, @Nullable String note) {
        var text = note == null || note.isBlank() ? null : note.strip();
        return new AcknowledgementV1(
                command.id(),
                loaded.me().person().value(),
                loaded.me().firm().value(),
                text,
                loaded.now(),
                KIND);
    }
}
