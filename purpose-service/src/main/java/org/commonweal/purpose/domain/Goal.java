package org.commonweal.purpose.domain;

import java.time.LocalDate;

/** A measurable end below the active purpose. Its owner says where it stands. */
public record Goal(
        GoalId id,
        PurposeId purpose,
        String title,
        Measure measure,
        LocalDate due,
        PersonId owner) {}
