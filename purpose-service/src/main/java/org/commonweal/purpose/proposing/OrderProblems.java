package org.commonweal.purpose.proposing;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import org.commonweal.platform.web.Problem;

/** What is wrong with an order that is proposed. */
final class OrderProblems {

    private OrderProblems() {}

    static Problem personUnknown() {
        return Problem.refusal(
                        UNPROCESSABLE_CONTENT,
                        "person-unknown",
                        "No such member",
                        "Name somebody who is a member of this alliance.")
                .error("/order/person", "is no member");
    }

    static Problem officeDayPast() {
        return Problem.refusal(
                        UNPROCESSABLE_CONTENT,
                        "office-day-past",
                        "The last day is too early",
                        "An office is given until a day after its ballot's close.")
                .error("/order/until", "is too early");
    }
}
