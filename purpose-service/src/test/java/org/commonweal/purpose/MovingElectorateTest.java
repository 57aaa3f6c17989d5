package org.commonweal.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * Firms vote, are recused, take part again, leave and come back, become one, and delegates move, at
 * any moment of a ballot: what is counted is what a model says that knows nothing of the service.
 */
class MovingElectorateTest extends PurposeTest {

    private static final long SEED = 20_261_129;
    private static final int STEPS = 30;
    private static final List<String> CHOICES = List.of("YES", "NO", "ABSTAIN");
    private static final String COUNT =
            """
            SELECT concat_ws(' ', state, tally->>'yes', tally->>'no', tally->>'abstain',
                tally->>'electorate') FROM proposal\
            """;

    @RepeatedTest(3)
    void the_count_is_that_of_those_who_take_part(RepetitionInfo run) {
        var seed = SEED + run.getCurrentRepetition();
        var chance = new Random(seed);
        var alliance = alliance();
        var reader = member(alliance, id());
        var firms = new ArrayList<Firm>();
        for (var i = 0; i < 3 + chance.nextInt(3); i++) {
            firms.add(new Firm(delegate(alliance)));
        }
        var proposal = ballot(reader, draft(reader));
        for (var step = 0; step < STEPS; step++) {
            var firm = firms.get(chance.nextInt(firms.size()));
            play(chance, firm, firms.get(chance.nextInt(firms.size())), proposal);
        }
        var expected = expected(firms);
        closed(reader, proposal, expected.substring(0, expected.indexOf(' ')));
        assertThat(column(alliance, COUNT)).as("seed %d", seed).containsExactly(expected);
        assertThat(needed(alliance, "proposal")).isEmpty();
    }

    private void play(Random chance, Firm firm, Firm other, UUID proposal) {
        switch (chance.nextInt(10)) {
            case 0 -> leave(firm);
            case 1 -> comeBack(firm);
            case 2 -> recuse(firm, proposal, true);
            case 3 -> recuse(firm, proposal, false);
            case 4 -> move(firm, other);
            case 5 -> merge(firm, other);
            default -> vote(firm, proposal, CHOICES.get(chance.nextInt(CHOICES.size())));
        }
    }

    private void vote(Firm firm, UUID proposal, String choice) {
        if (firm.delegate == null) {
            return;
        }
        var answer = vote(firm.delegate, proposal, choice);
        if (firm.left) {
            refused(answer, 403, "not-in-electorate");
        } else if (firm.recused) {
            refused(answer, 409, "recused");
        } else {
            answer.expectStatus().isOk();
            firm.choice = choice;
        }
    }

    private void recuse(Firm firm, UUID proposal, boolean recused) {
        if (firm.delegate == null) {
            return;
        }
        var body = Map.of("recused", recused, "reason", "We advise one side");
        var answer = put(firm.delegate, "/proposals/" + proposal + "/recusals/mine", body);
        if (firm.left) {
            refused(answer, 403, "not-in-electorate");
            return;
        }
        answer.expectStatus().isOk();
        firm.recused = recused;
        firm.choice = recused ? null : firm.choice;
    }

    private void leave(Firm firm) {
        var delegate = firm.delegate;
        if (delegate == null) {
            return;
        }
        standing(delegate, "ENDED", false, ++firm.version);
        bus.send(
                "membership.organization-left.v1",
                delegate.alliance(),
                firm.id,
                Map.of("organization", firm.id, "people", 1));
        sees(delegate, 404);
        firm.former = delegate;
        firm.delegate = null;
        firm.left = firm.left || firm.choice == null;
        await(() ->
                assertThat(
                                column(
                                        delegate.alliance(),
                                        "SELECT left_at IS NOT NULL FROM elector WHERE voter_id = '%s'"
                                                .formatted(firm.id)))
                        .containsExactly(firm.left ? "t" : "f"));
    }

    private void comeBack(Firm firm) {
        var former = firm.former;
        if (former == null) {
            return;
        }
        standing(former, "ACTIVE", true, ++firm.version);
        sees(former, 200);
        firm.delegate = former;
        firm.former = null;
    }

    /** The firm of before has nobody then, and keeps its vote; the other has one delegate more. */
    private void move(Firm from, Firm to) {
        var mover = from.delegate;
        if (mover == null || from == to || to.delegate == null) {
            return;
        }
        standing(mover, "ENDED", false, ++from.version);
        var moved =
                new Someone(mover.alliance(), mover.person(), to.id, mover.subject() + "-moved");
        standing(moved, "ACTIVE", true, ++from.version);
        sees(moved, 200);
        // As if the firm sent somebody else: it is never without a delegate while it belongs.
        from.delegate = delegate(mover.alliance(), from.id);
        from.version = 1;
    }

    /** Two electors have one vote then; where the other is none any more, it is as leaving. */
    private void merge(Firm from, Firm into) {
        var going = from.delegate;
        if (going == null || from == into || into.delegate == null) {
            return;
        }
        merge(into.id, Map.of(going, from.version));
        from.delegate = null;
        from.choice = into.left || from.left ? from.choice : null;
        from.left = from.left || from.choice == null;
        await(() ->
                assertThat(
                                column(
                                        going.alliance(),
                                        "SELECT left_at IS NOT NULL FROM elector WHERE voter_id = '%s'"
                                                .formatted(from.id)))
                        .containsExactly(from.left ? "t" : "f"));
    }

    /** By counting, without the service's own tally: a half is the quorum, two thirds are yes. */
    private static String expected(List<Firm> firms) {
        var part = firms.stream().filter(firm -> !firm.left && !firm.recused).toList();
        var yes = part.stream().filter(firm -> "YES".equals(firm.choice)).count();
        var no = part.stream().filter(firm -> "NO".equals(firm.choice)).count();
        var abstain = part.stream().filter(firm -> "ABSTAIN".equals(firm.choice)).count();
        var cast = yes + no + abstain;
        var state =
                2 * cast < part.size() || part.isEmpty()
                        ? "NO_QUORUM"
                        : yes > 0 && 3 * yes >= 2 * (yes + no) ? "ADOPTED" : "REJECTED";
        return state + " " + yes + " " + no + " " + abstain + " " + part.size();
    }

    /** An elector as the model knows it. */
    private static final class Firm {

        private final UUID id;
        private @Nullable Someone delegate;
        private @Nullable Someone former;
        private @Nullable String choice;
        private boolean recused;
        private boolean left;
        private long version = 1;

        Firm(Someone delegate) {
            this.id = delegate.organization();
            this.delegate = delegate;
        }
    }
}
