package org.commonweal.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a person does is done for the firm of that day, whatever firm comes after (claim E3). */
class MovingTest extends ContributionTest {

    @Test
    void work_stays_with_the_firm_of_the_day_also_when_it_is_answered_after_the_move() {
        var alliance = alliance();
        var author = member(alliance, id());
        var reader = member(alliance, id());
        var goal = goal(alliance, reader.person());
        var before = submitted(author, goal, "For the old firm");
        var moved = moved(author, id());
        var after = submitted(moved, goal, "For the new firm");
        for (var work : new UUID[] {before, after}) {
            put(reader, "/contributions/" + work + "/acknowledgements/" + id(), "{}")
                    .expectStatus()
                    .isCreated();
        }
        assertThat(organization(alliance, before)).isEqualTo(author.organization().toString());
        assertThat(organization(alliance, after)).isEqualTo(moved.organization().toString());
        assertThat(read(reader, "/contributions/" + before).get("organization").asString())
                .isEqualTo(author.organization().toString());
    }

    @Test
    void who_left_and_returned_goes_on_with_the_own_work() {
        var alliance = alliance();
        var author = member(alliance, id());
        var reader = member(alliance, id());
        var work = submitted(author, goal(alliance, reader.person()), "Before leaving");
        standing(author, "ENDED", false, 2);
        await(() -> get(author, "/needed-of-me").expectStatus().isNotFound());
        standing(author, "ACTIVE", false, 3);
        await(() -> get(author, "/needed-of-me").expectStatus().isOk());
        assertThat(read(author, "/contributions/" + work).get("author").asString())
                .isEqualTo(author.person().toString());
    }

    /** As membership-service tells it: the standing of before has ended, then the next begins. */
    private Someone moved(Someone one, UUID to) {
        standing(one, "ENDED", false, 2);
        var moved =
                new Someone(one.alliance(), one.person(), to, one.subject() + "-at-the-new-firm");
        standing(moved, "ACTIVE", false, 3);
        await(() -> get(moved, "/needed-of-me").expectStatus().isOk());
        get(one, "/needed-of-me").expectStatus().isNotFound();
        return moved;
    }

    private String organization(UUID alliance, UUID work) {
        return query(
                        alliance,
                        """
                        SELECT payload ->> 'organization' FROM journal
                        WHERE type = 'contribution.acknowledged.v1'
                          AND payload ->> 'contribution' = '%s'\
                        """
                                .formatted(work))
                .getFirst();
    }
}
