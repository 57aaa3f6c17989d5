package org.commonweal.purpose.proposing;

import static org.springframework.http.HttpStatus.CONFLICT;

import java.util.List;
import org.commonweal.platform.web.Problem;
import org.commonweal.purpose.domain.Gate;
import org.commonweal.purpose.domain.Opening;
import org.commonweal.purpose.domain.Stage;

/** Why an alliance cannot decide to enter a stage. */
final class StageProblems {

    private StageProblems() {}

    static Problem of(Opening.StageRefused refused) {
        return switch (refused) {
            case Opening.StageAlreadyProposed _ ->
                    Problem.refusal(
                            CONFLICT,
                            "stage-already-proposed",
                            "A ballot on the stage is open",
                            "One stage at a time is voted on. Wait for the open ballot to close.");
            case Opening.StageUnchanged(var stage) ->
                    Problem.refusal(
                            CONFLICT,
                            "stage-unchanged",
                            "Nothing would change",
                            "The alliance is at the stage %s already.".formatted(stage));
            case Opening.StageOutOfOrder(var from, var to) -> outOfOrder(from, to);
            case Opening.GatesUnmet(var to, var unmet) -> gatesUnmet(to, unmet);
        };
    }

    private static Problem outOfOrder(Stage from, Stage to) {
        var allowed =
                from.next()
                        .map(next ->
                                "From %s the next stage is %s; back goes to any, and an end to CLOSED."
                                        .formatted(from, next))
                        .orElse(
                                from == Stage.CLOSED
                                        ? "What is over stays over. Found a new alliance instead."
                                        : "From %s there is no further stage.".formatted(from));
        return Problem.refusal(
                CONFLICT,
                "stage-out-of-order",
                "%s does not follow %s".formatted(to, from),
                allowed);
    }

    /** Each gate for programs, with what it needs and what there is. */
    private static Problem gatesUnmet(Stage to, List<Gate.Reading> unmet) {
        var problem =
                Problem.refusal(
                        CONFLICT,
                        "gates-unmet",
                        "Something is missing before the stage %s".formatted(to),
                        "%d of its gates are not met yet. When they are, the members decide it."
                                .formatted(unmet.size()));
        unmet.forEach(reading ->
                problem.error(
                        "/gates/" + reading.gate(),
                        "needs %d, and there is %d %s"
                                .formatted(
                                        reading.needed(), reading.actual(), unit(reading.gate()))));
        return problem.about("gates", unmet.stream().map(StageProblems::machineReadable).toList());
    }

    private static String unit(Gate gate) {
        return switch (gate.unit()) {
            case COUNT -> "of it";
            case PER_MILLION -> "in a million";
        };
    }

    private static Object machineReadable(Gate.Reading reading) {
        return java.util.Map.of(
                "gate", reading.gate(), "needed", reading.needed(), "actual", reading.actual());
    }
}
