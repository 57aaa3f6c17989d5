package org.commonweal.purpose.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.commonweal.purpose.domain.Casting.Stead;
import org.commonweal.purpose.domain.Casting.Terms;
import org.commonweal.purpose.domain.Casting.Voter;
import org.commonweal.purpose.domain.ProxyAnswer.State;
import org.junit.jupiter.api.Test;

/** Who may give, hold and use a vote, and who may leave a ballot to the others. */
class ProxyRulesTest {

    private static final long SEED = 20_261_130;
    private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");
    private static final Terms OPEN =
            new Terms(Body.FIRMS, Method.SUPERMAJORITY, NOW.plusSeconds(60));

    @Test
    void a_vote_is_given_until_its_ballot_closes_at_the_latest() {
        var scope =
                new Giving.Scope(
                        true, true, false, false, NOW.plusSeconds(60), NOW.plusSeconds(600));
        assertThat(given(scope)).isEqualTo(new Giving.Given(NOW.plusSeconds(60)));
        var all = new Giving.Scope(false, false, false, false, null, null);
        assertThat(given(all)).isEqualTo(new Giving.Given(NOW.plus(Duration.ofDays(92))));
    }

    private static Giving given(Giving.Scope scope) {
        return Giving.decide(
                new Giving.Giver(true, true, false),
                new Giving.Holder(true, false, 1, 2),
                scope,
                NOW);
    }

    @Test
    void whatever_is_asked_no_more_votes_are_held_than_the_rules_allow() {
        var chance = new Random(SEED);
        for (var i = 0; i < 10_000; i++) {
            var holder =
                    new Giving.Holder(
                            true, chance.nextBoolean(), chance.nextInt(4), chance.nextInt(4));
            var proxy =
                    new ProxyAnswer.Proxy(
                            List.of(State.values()).get(chance.nextInt(State.values().length)),
                            NOW.plusSeconds(chance.nextInt(5) - 2),
                            chance.nextBoolean(),
                            chance.nextBoolean());
            var answer = ProxyAnswer.decide(proxy, holder, State.ACCEPTED, NOW);
            if (answer instanceof ProxyAnswer.Said) {
                assertThat(holder.held()).as("seed %d", SEED).isLessThan(holder.most());
                assertThat(proxy.mine()).isTrue();
                assertThat(proxy.state()).isEqualTo(State.OFFERED);
                assertThat(proxy.until()).isAfter(NOW);
            }
        }
    }

    @Test
    void the_owners_own_vote_stands_and_a_recused_elector_has_no_proxy_either() {
        assertThat(cast(new Stead(true, false, true, false)))
                .isEqualTo(new Casting.Cast(Choice.YES, null));
        assertThat(cast(new Stead(false, false, true, false)))
                .isEqualTo(new Casting.Refused(Casting.Refusal.NO_PROXY));
        assertThat(cast(new Stead(true, true, true, false)))
                .isEqualTo(new Casting.Refused(Casting.Refusal.CAST_BY_ITS_OWN));
        assertThat(cast(new Stead(true, false, true, true)))
                .isEqualTo(new Casting.Refused(Casting.Refusal.RECUSED));
        assertThat(cast(new Stead(true, false, false, false)))
                .isEqualTo(new Casting.Refused(Casting.Refusal.NOT_IN_ELECTORATE));
    }

    private static Casting cast(Stead stead) {
        return Casting.inStead(stead, voter -> Casting.decide(voter, OPEN, NOW, Choice.YES, null));
    }

    @Test
    void a_recusal_is_taken_back_once_and_nobody_is_recused_after_the_close() {
        var torn = new Voter(true, true, true);
        assertThat(Recusing.decide(torn, false, OPEN, NOW, null))
                .isEqualTo(new Recusing.TakenBack());
        assertThat(Recusing.decide(new Voter(true, true, false), false, OPEN, NOW, null))
                .isEqualTo(new Recusing.Unchanged());
        assertThat(Recusing.decide(torn, false, OPEN, NOW.plusSeconds(60), "Why"))
                .isEqualTo(new Recusing.Refused(Casting.Refusal.BALLOT_CLOSED));
        assertThat(Recusing.decide(new Voter(true, true, false), false, OPEN, NOW, "Why"))
                .isEqualTo(new Recusing.Recused("Why"));
    }
}
