package org.commonweal.membership.decisions;

import java.util.Locale;
import org.commonweal.membership.domain.Order.Obstacle;

/** What is said when a decision is not carried out: a code for programs, a sentence for people. */
final class Obstacles {

    private Obstacles() {}

    /** Such as {@code seat-cap-reached}. */
    static String code(Obstacle reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String sentence(Obstacle reason) {
        return switch (reason) {
            case ORGANIZATION_HERE_ALREADY -> "The organization takes part already.";
            case ORGANIZATION_OF_HISTORY ->
                    "The organization is one of an imported history. Admit it under a new id.";
            case ORGANIZATION_UNKNOWN -> "No such organization takes part.";
            case ORGANIZATION_GONE -> "The organization had left before.";
            case PERSON_UNKNOWN -> "The person was never a member.";
            case PERSON_GONE -> "The person is no active member any more.";
            case CLASS_NOT_ALLOWED ->
                    "Offices are for members; experts, customers and guests hold none.";
            case OFFICE_DAY_OVER -> "The last day of the office was over.";
            case OFFICE_HELD_ALREADY -> "The person has the office, or is offered it.";
            case SEAT_CAP_REACHED -> "People of that firm hold as many offices as one firm may.";
            case OFFICE_NOT_HELD -> "The person does not have the office.";
        };
    }
}
