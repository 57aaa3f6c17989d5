package org.commonweal.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who stands in for a delegate votes for the firm within the dates, and the firm still once. */
class DeputiesTest extends PurposeTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void a_deputy_votes_within_the_dates_and_the_firm_has_one_vote() {
        var alliance = alliance();
        var delegate = delegate(alliance);
        var colleague = member(alliance, delegate.organization());
        var other = delegate(alliance);
        var proposal = ballot(other, draft(other));
        refused(vote(colleague, proposal, "YES"), 403, "not-a-delegate");
        var deputy = deputy(delegate, colleague, now().plus(Duration.ofMinutes(2)));
        mayVote(colleague, proposal, false);
        refused(vote(colleague, proposal, "YES"), 403, "not-a-delegate");
        passTime(Duration.ofMinutes(3));
        mayVote(colleague, proposal, true);
        vote(colleague, proposal, "YES").expectStatus().isOk();
        vote(delegate, proposal, "NO").expectStatus().isOk();
        vote(colleague, proposal, "YES").expectStatus().isOk();
        assertThat(votes(alliance))
                .containsExactly(delegate.organization() + " YES " + colleague.person());
        tell(deputy, delegate, colleague, "ENDED", 3);
        await(() -> mayVote(colleague, proposal, false));
        refused(vote(colleague, proposal, "NO"), 403, "not-a-delegate");
        assertThat(votes(alliance)).hasSize(1);
    }

    @Test
    void a_deputy_whose_time_is_over_or_whose_delegate_is_none_votes_no_more() {
        var alliance = alliance();
        var late = delegate(alliance);
        var ofLate = member(alliance, late.organization());
        var gone = delegate(alliance);
        var ofGone = member(alliance, gone.organization());
        var proposal = id();
        put(late, "/proposals/" + proposal, proposal(draft(late), Duration.ofHours(5)))
                .expectStatus()
                .isCreated();
        deputy(late, ofLate, now());
        deputy(gone, ofGone, now());
        await(() -> mayVote(ofLate, proposal, true));
        await(() -> mayVote(ofGone, proposal, true));
        standing(gone, "ACTIVE", false, 2);
        await(() -> mayVote(ofGone, proposal, false));
        refused(vote(ofGone, proposal, "YES"), 403, "not-a-delegate");
        passTime(HOUR.plusMinutes(1));
        mayVote(ofLate, proposal, false);
        refused(vote(ofLate, proposal, "YES"), 403, "not-a-delegate");
    }

    @Test
    void who_was_only_named_declined_or_works_for_another_firm_is_no_deputy() {
        var alliance = alliance();
        var delegate = delegate(alliance);
        var named = member(alliance, delegate.organization());
        var declined = member(alliance, delegate.organization());
        var moved = member(alliance, delegate.organization());
        var another = delegate(alliance);
        var proposal = ballot(delegate, draft(delegate));
        tell(id(), delegate, named, "NAMED", 1);
        tell(id(), delegate, declined, "DECLINED", 2);
        deputy(delegate, moved, now());
        await(() -> mayVote(moved, proposal, true));
        standing(
                new Someone(alliance, moved.person(), another.organization(), moved.subject()),
                "ACTIVE",
                false,
                2);
        await(() -> mayVote(moved, proposal, false));
        for (var one : new Someone[] {named, declined, moved}) {
            refused(vote(one, proposal, "YES"), 403, "not-a-delegate");
        }
    }

    @Test
    void an_older_version_of_a_deputy_changes_nothing() {
        var alliance = alliance();
        var delegate = delegate(alliance);
        var colleague = member(alliance, delegate.organization());
        var proposal = ballot(delegate, draft(delegate));
        var deputy = id();
        tell(deputy, delegate, colleague, "ENDED", 3);
        tell(deputy, delegate, colleague, "ACCEPTED", 2);
        var last = member(alliance, id());
        assertThat(last).as("all before it has been heard").isNotNull();
        mayVote(colleague, proposal, false);
    }

    private UUID deputy(Someone delegate, Someone person, Instant from) {
        var deputy = id();
        tell(deputy, delegate, person, "ACCEPTED", 2, from);
        await(() ->
                assertThat(
                                column(
                                        delegate.alliance(),
                                        "SELECT id FROM deputy WHERE id = '" + deputy + "'"))
                        .hasSize(1));
        return deputy;
    }

    private void tell(UUID deputy, Someone delegate, Someone person, String state, int version) {
        tell(deputy, delegate, person, state, version, now());
    }

    private void tell(
            UUID deputy,
            Someone delegate,
            Someone person,
            String state,
            int version,
            Instant from) {
        var begins = from.minusSeconds(1).truncatedTo(ChronoUnit.SECONDS);
        bus.send(
                "membership.deputy-changed.v1",
                delegate.alliance(),
                deputy,
                Map.of(
                        "deputy",
                        deputy,
                        "organization",
                        delegate.organization(),
                        "delegate",
                        delegate.person(),
                        "person",
                        person.person(),
                        "from",
                        begins.toString(),
                        "until",
                        begins.plus(HOUR).toString(),
                        "state",
                        state,
                        "version",
                        version));
    }

    private void mayVote(Someone someone, UUID proposal, boolean may) {
        get(someone, "/proposals/" + proposal)
                .expectBody()
                .jsonPath("$.mine.mayVote")
                .isEqualTo(may);
    }

    private java.util.List<String> votes(UUID alliance) {
        return column(
                alliance,
                "SELECT organization_id || ' ' || choice || ' ' || cast_by FROM elector"
                        + " WHERE choice IS NOT NULL");
    }
}
