package org.commonweal.purpose.domain;

import java.time.Instant;

/** The decision about what somebody says in the own firm's caucus. */
public sealed interface Conferring {

    record Said(Choice choice) implements Conferring {}

    record Repeated() implements Conferring {}

    record Refused(Casting.Refusal refusal) implements Conferring {}

    /**
     * Any member of a firm that has a vote on it, whoever casts that.
     *
     * @param member whether the person is a member, not an expert or a customer
     * @param options whether it is asked with options: marks have no parts
     */
    static Conferring decide(
            boolean member,
            Casting.Voter firm,
            Casting.Terms ballot,
            boolean options,
            Instant now,
            Choice choice) {
        if (ballot.body() != Body.FIRMS || options) {
            return new Refused(Casting.Refusal.SPLIT_NOT_OFFERED);
        }
        var anyone = new Casting.Voter(true, member && firm.elector(), firm.recused());
        var obstacle = Casting.obstacle(anyone, ballot, now);
        if (obstacle.isPresent()) {
            return new Refused(obstacle.get());
        }
        return ballot.method().offers(choice)
                ? new Said(choice)
                : new Refused(Casting.Refusal.CHOICE_NOT_OFFERED);
    }
}
