package org.commonweal.purpose.loading;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.commonweal.purpose.domain.Gate;
import org.commonweal.purpose.domain.Shares;
import org.commonweal.purpose.domain.Thresholds;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of the life cycle, as a rulebook has them.
 *
 * @param gates all that there are, in the order of the stages
 * @param wordingWindow how long anybody can call other words for the purpose a major change, an ISO
 *     8601 duration
 */
@Schema(name = "Thresholds")
public record ThresholdsDocument(List<GateDocument> gates, String wordingWindow) {

    public ThresholdsDocument {
        gates = List.copyOf(gates);
    }

    static ThresholdsDocument of(Thresholds thresholds) {
        return new ThresholdsDocument(
                Arrays.stream(Gate.values())
                        .map(gate -> new GateDocument(gate, thresholds.of(gate)))
                        .toList(),
                thresholds.wordingWindow().toString());
    }

    Thresholds thresholds() {
        return new Thresholds(needed(gates), Duration.parse(wordingWindow));
    }

    private static Map<Gate, Integer> needed(List<GateDocument> gates) {
        var needed = new EnumMap<Gate, Integer>(Gate.class);
        gates.forEach(one -> needed.put(one.gate(), one.needed()));
        return needed;
    }

    /**
     * @param needed of what the gate counts, or of a share in millionths
     */
    @Schema(name = "GateNeed")
    public record GateDocument(@NotNull Gate gate, @Min(1) @Max(Shares.WHOLE) int needed) {}

    /**
     * What is to be changed of it; what is absent stays, and of a gate that comes twice the later
     * holds.
     */
    @Schema(name = "ThresholdsChange")
    public record Change(
            @Nullable @Valid @Size(max = 8) List<@Valid @NotNull GateDocument> gates,
            @Schema(
                            description =
                                    "How long anybody can call other words for the purpose a major"
                                            + " change, between an hour and 60 days")
                    @Nullable Duration wordingWindow) {

        public Change {
            gates = gates == null ? List.of() : List.copyOf(gates);
        }

        static @Nullable Change of(Map<Gate, Integer> gates, @Nullable Duration window) {
            return gates.isEmpty() && window == null
                    ? null
                    : new Change(
                            gates.entrySet().stream()
                                    .map(gate -> new GateDocument(gate.getKey(), gate.getValue()))
                                    .sorted(Comparator.comparing(GateDocument::gate))
                                    .toList(),
                            window);
        }

        Map<Gate, Integer> needed() {
            return ThresholdsDocument.needed(Objects.requireNonNull(gates));
        }
    }
}
