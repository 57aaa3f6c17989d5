package org.commonweal.membership.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who proposes that a firm goes on as another one, and who accepts it (claim A18). */
class MergerTest {

    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
    private static final OrganizationId SMALL = new OrganizationId(new UUID(1, 1));
    private static final OrganizationId LARGE = new OrganizationId(new UUID(1, 2));
    private static final Merger.Firm GOING = new Merger.Firm(SMALL, false, true, 4);
    private static final Merger.Firm TAKING = new Merger.Firm(LARGE, false, true, 0);

    @Test
    void an_administrator_of_the_firm_that_goes_on_proposes_it() {
        assertThat(propose(by(SMALL, true), GOING, TAKING, 4, false)).isNull();
        assertThat(propose(by(LARGE, true), GOING, TAKING, 4, false))
                .isEqualTo(Merger.Refusal.OTHER_FIRM);
        assertThat(propose(by(SMALL, false), GOING, TAKING, 4, false))
                .isEqualTo(Merger.Refusal.NOT_AN_ADMINISTRATOR);
        assertThat(propose(by(SMALL, true), GOING, GOING, 4, false))
                .isEqualTo(Merger.Refusal.FIRM_ITSELF);
        assertThat(propose(by(SMALL, true), GOING, TAKING, 4, true))
                .isEqualTo(Merger.Refusal.PROPOSED_ALREADY);
        assertThat(propose(by(SMALL, true), GOING, TAKING, 5, false))
                .isEqualTo(Merger.Refusal.UNCONFIRMED);
    }

    @Test
    void neither_is_the_sponsor_and_both_are_here() {
        var me = by(SMALL, true);
        assertThat(propose(me, GOING, new Merger.Firm(LARGE, true, true, 0), 4, false))
                .isEqualTo(Merger.Refusal.SPONSOR);
        assertThat(propose(me, new Merger.Firm(SMALL, true, true, 4), TAKING, 4, false))
                .isEqualTo(Merger.Refusal.SPONSOR);
        assertThat(propose(me, GOING, new Merger.Firm(LARGE, false, false, 0), 4, false))
                .isEqualTo(Merger.Refusal.FIRM_AWAY);
        assertThat(propose(me, new Merger.Firm(SMALL, false, false, 4), TAKING, 4, false))
                .isEqualTo(Merger.Refusal.FIRM_AWAY);
    }

    @Test
    void the_other_firms_administrator_accepts_whom_it_has_seats_for_in_time_and_once() {
        assertThat(accept(Merger.State.PROPOSED, by(LARGE, true), 4, true, NOW)).isNull();
        assertThat(accept(Merger.State.PROPOSED, by(SMALL, true), 4, true, NOW))
                .isEqualTo(Merger.Refusal.OTHER_FIRM);
        assertThat(accept(Merger.State.PROPOSED, by(LARGE, false), 4, true, NOW))
                .isEqualTo(Merger.Refusal.NOT_AN_ADMINISTRATOR);
        assertThat(accept(Merger.State.PROPOSED, by(LARGE, true), 3, true, NOW))
                .isEqualTo(Merger.Refusal.UNCONFIRMED);
        assertThat(accept(Merger.State.PROPOSED, by(LARGE, true), 4, false, NOW))
                .isEqualTo(Merger.Refusal.SEATS_TAKEN);
        assertThat(accept(Merger.State.WITHDRAWN, by(LARGE, true), 4, true, NOW))
                .isEqualTo(Merger.Refusal.ANSWERED);
        assertThat(
                        accept(
                                Merger.State.PROPOSED,
                                by(LARGE, true),
                                4,
                                true,
                                NOW.plus(Merger.STANDS_FOR)))
                .isEqualTo(Merger.Refusal.EXPIRED);
    }

    @Test
    void the_other_firm_declines_and_the_own_one_takes_it_back() {
        var merger = merger(Merger.State.PROPOSED);
        assertThat(refusal(merger.decline(by(LARGE, true), NOW))).isNull();
        assertThat(refusal(merger.decline(by(SMALL, true), NOW)))
                .isEqualTo(Merger.Refusal.OTHER_FIRM);
        assertThat(refusal(merger.withdraw(by(SMALL, true), NOW))).isNull();
        assertThat(refusal(merger.withdraw(by(LARGE, true), NOW)))
                .isEqualTo(Merger.Refusal.OTHER_FIRM);
    }

    private static Merger.@Nullable Refusal propose(
            Body.Official by, Merger.Firm from, Merger.Firm into, long people, boolean open) {
        return refusal(new Merger.Draft(by, from, into, people, open).propose());
    }

    private static Merger.@Nullable Refusal accept(
            Merger.State state, Body.Official by, long people, boolean seats, Instant now) {
        return refusal(merger(state).accept(by, TAKING, GOING, people, seats, now));
    }

    private static Merger merger(Merger.State state) {
        return new Merger(SMALL, LARGE, state, NOW.plus(Merger.STANDS_FOR));
    }

    private static Body.Official by(OrganizationId firm, boolean administrator) {
        return new Body.Official(firm, administrator);
    }

    private static Merger.@Nullable Refusal refusal(Merger.Ruling ruling) {
        return switch (ruling) {
            case Merger.Ruling.Refused(var reason) -> reason;
            case Merger.Ruling.Possible() -> null;
        };
    }
}
