package org.commonweal.purpose.domain;

import java.time.LocalDate;
import org.commonweal.purpose.domain.poll.Poll;
import org.commonweal.purpose.domain.tally.Result;

/** What a ballot's close changes. There is no other way to any of it. */
public sealed interface Effect {

    record Ratified(Purpose.Active purpose) implements Effect {}

    /** What was not ratified can be written on. */
    record Returned(Purpose.Draft purpose) implements Effect {}

    record Renewed(Purpose.Active purpose, LocalDate before, LocalDate deadline)
            implements Effect {}

    record Closed(Purpose.Closed purpose, String conclusion) implements Effect {}

    record RulesChanged(Rulebook rulebook) implements Effect {}

    /** A question with options is answered, or was not by enough. */
    record Answered(Poll poll, Result result) implements Effect {}

    /**
     * @param words why, or at the end what came of it
     */
    record StageChanged(Stage before, Stage stage, String words) implements Effect {}

    /** Another service is told to carry it out. */
    record Ordered(Order order, String reason) implements Effect {}

    record Nothing() implements Effect {}
}
