package org.commonweal.membership.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * A firm goes on as another one of the alliance (claim A18): proposed by an administrator of the
 * one, accepted by one of the other, and both know what it changes. Whoever was a member by their
 * own act stays one; no firm has more votes, seats or offices by it than one firm may have.
 */
public record Merger(OrganizationId from, OrganizationId into, State state, Instant expiresAt) {

    /** How long a proposal can be accepted. */
    public static final Duration STANDS_FOR = Duration.ofDays(30);

    /**
     * What is known when an administrator proposes it.
     *
     * @param confirmed how many people the administrator was told will go on for the other firm
     * @param open whether the firm has proposed one, or the other firm has proposed it to this one
     */
    public record Draft(Body.Official by, Firm from, Firm into, long confirmed, boolean open) {

        public Ruling propose() {
            if (!from.id().equals(by.organization())) {
                return new Ruling.Refused(Refusal.OTHER_FIRM);
            }
            if (!by.administrator()) {
                return new Ruling.Refused(Refusal.NOT_AN_ADMINISTRATOR);
            }
            var unfit = unfit(from, into);
            if (unfit instanceof Ruling.Refused) {
                return unfit;
            }
            if (open) {
                return new Ruling.Refused(Refusal.PROPOSED_ALREADY);
            }
            return confirmed == from.people()
                    ? new Ruling.Possible()
                    : new Ruling.Refused(Refusal.UNCONFIRMED);
        }
    }

    /**
     * One of the two.
     *
     * @param sponsor has one voice as any firm, and gets no more people or offices by a merger
     * @param here false for one that is not there, has left, or has said its last day
     * @param people how many memberships are of it
     */
    public record Firm(OrganizationId id, boolean sponsor, boolean here, long people) {}

    /**
     * The other firm's administrator takes the people in.
     *
     * @param confirmed how many people the administrator was told will come
     * @param seats whether there is one for each who needs one
     */
    public Ruling accept(
            Body.Official by, Firm own, Firm coming, long confirmed, boolean seats, Instant now) {
        var ruling = answered(by, into, now);
        if (ruling instanceof Ruling.Refused) {
            return ruling;
        }
        var unfit = unfit(coming, own);
        if (unfit instanceof Ruling.Refused) {
            return unfit;
        }
        if (confirmed != coming.people()) {
            return new Ruling.Refused(Refusal.UNCONFIRMED);
        }
        return seats ? new Ruling.Possible() : new Ruling.Refused(Refusal.SEATS_TAKEN);
    }

    public Ruling decline(Body.Official by, Instant now) {
        return answered(by, into, now);
    }

    /** Whoever has proposed it takes it back, as long as nobody has answered. */
    public Ruling withdraw(Body.Official by, Instant now) {
        return answered(by, from, now);
    }

    private Ruling answered(Body.Official by, OrganizationId firm, Instant now) {
        if (!firm.equals(by.organization())) {
            return new Ruling.Refused(Refusal.OTHER_FIRM);
        }
        if (!by.administrator()) {
            return new Ruling.Refused(Refusal.NOT_AN_ADMINISTRATOR);
        }
        return switch (state) {
            case ACCEPTED, DECLINED, WITHDRAWN -> new Ruling.Refused(Refusal.ANSWERED);
            case PROPOSED ->
                    now.isBefore(expiresAt)
                            ? new Ruling.Possible()
                            : new Ruling.Refused(Refusal.EXPIRED);
        };
    }

    private static Ruling unfit(Firm from, Firm into) {
        if (from.id().equals(into.id())) {
            return new Ruling.Refused(Refusal.FIRM_ITSELF);
        }
        if (!from.here() || !into.here()) {
            return new Ruling.Refused(Refusal.FIRM_AWAY);
        }
        return from.sponsor() || into.sponsor()
                ? new Ruling.Refused(Refusal.SPONSOR)
                : new Ruling.Possible();
    }

    /** Whether the act may go on. */
    public sealed interface Ruling {
        record Possible() implements Ruling {}

        record Refused(Refusal reason) implements Ruling {}
    }

    /** What became of a proposal. */
    public enum State {
        PROPOSED,
        ACCEPTED,
        DECLINED,
        WITHDRAWN
    }

    /** Why it may not. */
    public enum Refusal {
        OTHER_FIRM,
        NOT_AN_ADMINISTRATOR,
        FIRM_ITSELF,
        FIRM_AWAY,
        SPONSOR,
        PROPOSED_ALREADY,
        UNCONFIRMED,
        SEATS_TAKEN,
        ANSWERED,
        EXPIRED
    }
}
