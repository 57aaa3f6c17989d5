package org.commonweal.contribution.submitting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonweal.contribution.domain.GoalId;
import org.commonweal.contribution.domain.Submission;
import org.commonweal.contribution.reading.ContributionV1;
import org.commonweal.contribution.reading.WholeContributions;
import org.commonweal.platform.web.Caller;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes a contribution live, and asks one person of another firm to answer it. */
@Component
class SubmitContribution {

    private final Submissions submissions;
    private final WholeContributions wholes;

    SubmitContribution(Submissions submissions, WholeContributions wholes) {
        this.submissions = submissions;
        this.wholes = wholes;
    }

    record Command(
            UUID id,
            String requestHash,
            Optional<GoalId> goal,
            String kind,
            String title,
            String body) {}

    /** What was decided. */
    sealed interface Decision {

        record Keep(Submission.Outcome.Live live, Instant now) implements Decision {}

        record Repeated() implements Decision {}

        record IdTaken() implements Decision {}

        record Refuse(Submission.Refusal reason) implements Decision {}
    }

    /** What became of the command. */
    sealed interface Result {

        record Created(ContributionV1 contribution) implements Result {}

        record Repeated(ContributionV1 contribution) implements Result {}

        record IdTaken() implements Result {}

        record NoStanding() implements Result {}

        record Refused(Submission.Refusal reason) implements Result {}
    }

    Mono<Result> handle(Caller caller, Command command) {
        return submissions
                .decide(caller, command, loaded -> decide(command, loaded))
                .flatMap(decision -> result(caller, command, decision))
                .defaultIfEmpty(new Result.NoStanding());
    }

    private static Decision decide(Command command, Submissions.Loaded loaded) {
        if (loaded.requestHash() != null) {
            return loaded.requestHash().equals(command.requestHash())
                    ? new Decision.Repeated()
                    : new Decision.IdTaken();
        }
        var outcome =
                new Submission(loaded.author(), loaded.as(), command.goal())
                        .decide(loaded.goal(), loaded.leastAsked(), loaded.now(), loaded.limit());
        return switch (outcome) {
            case Submission.Outcome.Live live -> new Decision.Keep(live, loaded.now());
            case Submission.Outcome.Refused(var reason) -> new Decision.Refuse(reason);
        };
    }

    private Mono<Result> result(Caller caller, Command command, Decision decision) {
        return switch (decision) {
            case Decision.Keep kept -> Mono.just(new Result.Created(created(command, kept)));
            case Decision.Repeated _ -> wholes.one(caller, command.id()).map(Result.Repeated::new);
            case Decision.IdTaken _ -> Mono.just(new Result.IdTaken());
            case Decision.Refuse(var reason) -> Mono.just(new Result.Refused(reason));
        };
    }

    private static ContributionV1 created(Command command, Decision.Keep kept) {
        var author = kept.live().contribution().author();
        var acknowledgeBy = kept.live().clock().acknowledgeBy();
        return new ContributionV1(
                command.id(),
                command.goal().map(GoalId::value).orElse(null),
                command.kind(),
                command.title(),
                command.body(),
                author.person().value(),
                author.firm().value(),
                "OPEN",
                kept.now(),
                acknowledgeBy,
                null,
                null,
                kept.live().ask().stream().map(ask -> ask.of().value()).toList(),
                List.of(),
                null,
                null,
                List.of(),
                new ContributionV1.ReceiptV1(kept.now(), acknowledgeBy),
                null,
                1);
    }
}
