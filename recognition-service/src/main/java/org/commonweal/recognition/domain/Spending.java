package org.commonweal.recognition.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A pool pays because the members decided so, and in no other way (claim A11).
 *
 * @param to null where the decision names nobody
 */
public record Spending(UUID pool, Money amount, @Nullable Payee to) {

    /** Who is paid. */
    public sealed interface Payee {
        record Organization(OrganizationId id) implements Payee {}

        record Person(PersonId id) implements Payee {}
    }

    /**
     * The pool as it stands.
     *
     * @param balance in minor units of its currency
     */
    public record Pool(Entered.State state, String currency, long balance) {}

    /**
     * Decides whether the pool can pay; what cannot be is refused for good.
     *
     * @param from null when there is no such pool
     * @param payeeKnown whether who is paid has ever been of this alliance
     */
    public Ruling of(@Nullable Pool from, boolean payeeKnown) {
        if (from == null) {
            return new Ruling.Refused(Obstacle.POOL_UNKNOWN);
        }
        if (from.state() != Entered.State.CONFIRMED) {
            return new Ruling.Refused(Obstacle.POOL_NOT_OPEN);
        }
        if (to == null) {
            return new Ruling.Refused(Obstacle.PAYEE_MISSING);
        }
        if (!payeeKnown) {
            return new Ruling.Refused(Obstacle.PAYEE_UNKNOWN);
        }
        if (!from.currency().equals(amount.currency())) {
            return new Ruling.Refused(Obstacle.POOL_OTHER_CURRENCY);
        }
        return from.balance() < amount.minor()
                ? new Ruling.Refused(Obstacle.POOL_BALANCE_TOO_LOW)
                : new Ruling.Paid(entries(to));
    }

    /** That is paid, or null. */
    public @Nullable UUID organization() {
        return to instanceof Payee.Organization(var id) ? id.value() : null;
    }

    /** Who is paid, or null. */
    public @Nullable UUID person() {
        return to instanceof Payee.Person(var id) ? id.value() : null;
    }

    /** What the one gains is what the other gives. */
    private List<Posting> entries(Payee payee) {
        var gain =
                switch (payee) {
                    case Payee.Organization(var id) ->
                            new Posting(Account.ORGANIZATION, id.value(), amount.minor());
                    case Payee.Person(var id) ->
                            new Posting(Account.PERSON, id.value(), amount.minor());
                };
        return List.of(new Posting(Account.POOL, pool, -amount.minor()), gain);
    }

    /** Where money lies. */
    public enum Account {
        POOL,
        ORGANIZATION,
        PERSON
    }

    /** One line of a transaction, in minor units. */
    public record Posting(Account account, UUID holder, long amount) {}

    /** What becomes of it. */
    public sealed interface Ruling {
        record Paid(List<Posting> entries) implements Ruling {
            public Paid {
                entries = List.copyOf(entries);
            }
        }

        record Refused(Obstacle reason) implements Ruling {}
    }

    /** Why a pool does not pay. */
    public enum Obstacle {
        POOL_UNKNOWN,
        POOL_NOT_OPEN,
        PAYEE_MISSING,
        PAYEE_UNKNOWN,
        POOL_OTHER_CURRENCY,
        POOL_BALANCE_TOO_LOW
    }
}
