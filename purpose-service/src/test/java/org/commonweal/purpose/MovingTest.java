package org.commonweal.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A vote is the firm's of the day on which it was cast; a person who moves votes for the next. */
class MovingTest extends PurposeTest {

    @Test
    void a_vote_cast_before_the_move_stays_with_the_old_firm_and_the_next_is_the_new_ones() {
        var alliance = alliance();
        var mover = delegate(alliance);
        var other = delegate(alliance);
        var proposal = ballot(other, draft(other));
        vote(mover, proposal, "NO").expectStatus().isOk();
        var moved = moved(mover, other.organization(), true);
        refused(vote(mover, proposal, "YES"), 404, "not-found");
        vote(moved, proposal, "YES").expectStatus().isOk();
        assertThat(votes(alliance))
                .containsExactlyInAnyOrder(
                        mover.organization() + " NO " + mover.person(),
                        other.organization() + " YES " + mover.person());
        closed(other, proposal, "REJECTED");
    }

    @Test
    void who_moves_without_becoming_a_delegate_votes_for_nobody() {
        var alliance = alliance();
        var mover = delegate(alliance);
        var other = delegate(alliance);
        var proposal = ballot(other, draft(other));
        var moved = moved(mover, other.organization(), false);
        refused(vote(moved, proposal, "YES"), 403, "not-a-delegate");
        assertThat(votes(alliance)).isEmpty();
        await(() ->
                assertThat(column(alliance, "SELECT person_id FROM need WHERE open"))
                        .containsExactly(other.person().toString()));
    }

    @Test
    void who_left_and_returned_votes_again_for_the_same_firm_which_has_one_vote() {
        var alliance = alliance();
        var leaver = delegate(alliance);
        var other = delegate(alliance);
        var proposal = ballot(other, draft(other));
        vote(leaver, proposal, "NO").expectStatus().isOk();
        standing(leaver, "ENDED", false, 2);
        sees(leaver, 404);
        standing(leaver, "ACTIVE", true, 3);
        sees(leaver, 200);
        vote(leaver, proposal, "YES").expectStatus().isOk();
        assertThat(votes(alliance))
                .containsExactly(leaver.organization() + " YES " + leaver.person());
    }

    /** As membership-service tells it: the standing of before has ended, then the next begins. */
    private Someone moved(Someone one, UUID to, boolean delegate) {
        standing(one, "ENDED", false, 2);
        var moved =
                new Someone(one.alliance(), one.person(), to, one.subject() + "-at-the-new-firm");
        standing(moved, "ACTIVE", delegate, 3);
        sees(moved, 200);
        return moved;
    }

    private List<String> votes(UUID alliance) {
        return column(
                alliance,
                "SELECT organization_id || ' ' || choice || ' ' || cast_by FROM elector"
                        + " WHERE choice IS NOT NULL");
    }
}
