package org.commonweal.membership.rulebook;

import java.util.UUID;
import org.commonweal.membership.domain.Power;
import org.commonweal.platform.web.Problem;
import org.springframework.http.HttpStatus;

/** What is said to a delegate who would do directly what is not a delegate's any more. */
public final class PowerProblems {

    private PowerProblems() {}

    public static Problem of(UUID alliance, Power.Ruling.Members taken) {
        return Problem.refusal(
                        HttpStatus.FORBIDDEN,
                        "decided-by-members",
                        "The members decide this",
                        "They have taken it over by the decision “%s”. Put it to the vote instead: propose to admit the organization."
                                .formatted(taken.title()))
                .allowed(
                        "decision",
                        "/api/alliances/%s/proposals/%s".formatted(alliance, taken.decision()))
                .allowed("propose", "/api/alliances/%s/proposals".formatted(alliance));
    }

    public static Problem sponsor() {
        return Problem.refusal(
                HttpStatus.FORBIDDEN,
                "decided-by-sponsor",
                "The sponsor decides this",
                "The rulebook leaves it to a delegate of the sponsor. Ask one of them.");
    }
}
