package org.commonweal.purpose.domain.poll;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonweal.purpose.domain.tally.Marks;
import org.commonweal.purpose.domain.tally.Options;
import org.commonweal.purpose.domain.tally.Times;

/**
 * A question with options.
 *
 * @param options in the order in which they are shown; of a time poll by their start
 * @param scoreMax most points of an option, where points are given; else 0
 * @param dots of each voter, where dots are given; else 0
 * @param capacity places of each option, where places are limited; else 0
 */
public record Poll(
        PollMethod method, List<PollOption> options, int scoreMax, int dots, int capacity) {

    public static final int SCORE_MAX = 10;
    public static final int DOTS_MAX = Marks.MAX;
    public static final int CAPACITY_MAX = 1_000_000;

    public Poll {
        options = List.copyOf(options);
    }

    /** What keeps it from being asked; empty when nothing does. */
    public List<Fault> faults() {
        var faults = new ArrayList<Fault>();
        if (options.size() < method.optionsMin() || options.size() > Options.MAX) {
            faults.add(
                    new Fault(
                            "/options",
                            "must be %d to %d".formatted(method.optionsMin(), Options.MAX)));
        }
        var ids = new HashSet<UUID>();
        for (var n = 0; n < options.size(); n++) {
            if (!ids.add(options.get(n).id())) {
                faults.add(new Fault("/options/%d/id".formatted(n), "stands there already"));
            }
            if (options.get(n).title().isBlank() && options.get(n).slot().isEmpty()) {
                faults.add(new Fault("/options/%d/title".formatted(n), "must say what it is"));
            }
        }
        bounds(faults, "/scoreMax", method == PollMethod.SCORE, scoreMax, 1, SCORE_MAX);
        bounds(faults, "/dots", method == PollMethod.DOT, dots, 1, DOTS_MAX);
        bounds(faults, "/capacity", method == PollMethod.COUNT, capacity, 0, CAPACITY_MAX);
        slots(faults);
        return faults;
    }

    private static void bounds(
            List<Fault> faults, String pointer, boolean applies, int value, int min, int max) {
        if (applies && (value < min || value > max)) {
            faults.add(new Fault(pointer, "must be %d to %d".formatted(min, max)));
        }
        if (!applies && value != 0) {
            faults.add(new Fault(pointer, "must be left out with this method"));
        }
    }

    private void slots(List<Fault> faults) {
        for (var n = 0; n < options.size(); n++) {
            var pointer = "/options/%d".formatted(n);
            var slot = options.get(n).slot();
            if (method == PollMethod.TIME && slot.isEmpty()) {
                faults.add(new Fault(pointer + "/start", "a time has a start and an end"));
            }
            if (method != PollMethod.TIME && slot.isPresent()) {
                faults.add(new Fault(pointer + "/start", "must be left out with this method"));
            }
            if (slot.isPresent() && !slot.get().start().isBefore(slot.get().end())) {
                faults.add(new Fault(pointer + "/end", "must be after the start"));
            }
            var before = n == 0 ? slot : options.get(n - 1).slot();
            if (slot.isPresent()
                    && before.isPresent()
                    && slot.get().start().isBefore(before.get().start())) {
                faults.add(new Fault(pointer + "/start", "times stand in their order"));
            }
        }
    }

    /** The number of each option in a count. */
    Map<UUID, Integer> numbers() {
        var numbers = new HashMap<UUID, Integer>();
        for (var n = 0; n < options.size(); n++) {
            numbers.put(options.get(n).id(), n);
        }
        return numbers;
    }

    /** The highest number that an option can get; 0 where options are ranked. */
    int markMax() {
        return switch (method) {
            case RANKED_IRV, RANKED_SCHULZE -> 0;
            case SCORE -> scoreMax;
            case DOT -> dots;
            case COUNT -> 1;
            case TIME -> Times.YES;
        };
    }
}
