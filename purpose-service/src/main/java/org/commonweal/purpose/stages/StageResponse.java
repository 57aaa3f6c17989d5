package org.commonweal.purpose.stages;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.commonweal.purpose.domain.Gate;
import org.commonweal.purpose.domain.Progress;
import org.commonweal.purpose.domain.Stage;
import org.commonweal.purpose.domain.Thresholds;
import org.commonweal.purpose.loading.Decision;
import org.jspecify.annotations.Nullable;

/**
 * How far the alliance has come.
 *
 * @param history each stage that it was in, the newest first; the first of them is the present one
 * @param next what the members can decide next, with what stands before it; null at the end
 */
@Schema(name = "LifeCycle")
record StageResponse(Stage stage, List<Entered> history, @Nullable Next next) {

    StageResponse {
        history = List.copyOf(history);
    }

    /**
     * @param decidedBy null of the beginning
     * @param words the reason of the decision, or at the end what came of it
     */
    @Schema(name = "EnteredStage")
    record Entered(
            Stage stage, Instant since, @Nullable Decision decidedBy, @Nullable String words) {}

    @Schema(name = "NextStage")
    record Next(Stage stage, List<GateReading> gates) {

        Next {
            gates = List.copyOf(gates);
        }

        static @Nullable Next after(Stage now, Progress progress, Thresholds thresholds) {
            Optional<Next> next =
                    now.next()
                            .map(stage ->
                                    new Next(
                                            stage,
                                            progress.before(stage, thresholds).stream()
                                                    .map(GateReading::of)
                                                    .toList()));
            return next.orElse(null);
        }
    }

    /**
     * A gate, what it needs and what there is, both in its unit.
     *
     * @param part of a share, of how many of {@code whole} it is so
     */
    @Schema(name = "GateReading")
    record GateReading(
            Gate gate,
            Gate.Unit unit,
            long needed,
            long actual,
            long part,
            long whole,
            boolean met) {

        static GateReading of(Gate.Reading reading) {
            return new GateReading(
                    reading.gate(),
                    reading.gate().unit(),
                    reading.needed(),
                    reading.actual(),
                    reading.part(),
                    reading.whole(),
                    reading.isMet());
        }
    }
}
