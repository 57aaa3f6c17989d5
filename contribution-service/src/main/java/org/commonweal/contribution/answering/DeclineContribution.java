package org.commonweal.contribution.answering;

import org.commonweal.contribution.answering.AnswerContribution.Command;
import org.commonweal.contribution.answering.AnswerContribution.Loaded;
import org.commonweal.contribution.answering.AnswerContribution.Result;
import org.commonweal.contribution.domain.Declining;
import org.commonweal.contribution.domain.Reason;
import org.commonweal.contribution.reading.ContributionV1.RefusalV1;
import org.commonweal.platform.web.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Declines a contribution of another firm, with the reason that its author can learn from. */
@Component
class DeclineContribution {

    private final Answers answers;

    DeclineContribution(Answers answers) {
        this.answers = answers;
    }

    Mono<Result<RefusalV1>> handle(Caller caller, Command command, String reason) {
        return answers.decline(caller, command, loaded -> decide(loaded, command, reason))
                .defaultIfEmpty(new Result.NotThere<>());
    }

    private static Result<RefusalV1> decide(Loaded loaded, Command command, String reason) {
        if (loaded.requestHash() != null) {
            return AnswerContribution.again(loaded, command, loaded.refusal());
        }
        var barred = loaded.barred();
        if (barred != null) {
            return new Result.Refused<>(barred, true);
        }
        return switch (loaded.contribution().decline(loaded.me(), reason)) {
            case Declining.Declines(var declined) ->
                    new Result.Created<>(refusal(loaded, command, declined.reason()), true);
            case Declining.Refused(var why) -> new Result.Refused<>(why, true);
        };
    }

    private static RefusalV1 refusal(Loaded loaded, Command command, Reason reason) {
        return new RefusalV1(
                command.id(),
                loaded.me().person().value(),
                loaded.me().firm().value(),
                reason.text(),
                loaded.now());
    }
}
