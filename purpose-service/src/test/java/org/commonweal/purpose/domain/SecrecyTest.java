package org.commonweal.purpose.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a ballot keeps to itself, and among how many. */
class SecrecyTest {

    private static final Method METHOD = Method.SUPERMAJORITY;
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void what_is_anonymous_is_hidden() {
        assertThat(new Secrecy(false, true).hidden()).isTrue();
        assertThat(new Secrecy(true, false).anonymous()).isFalse();
        assertThat(Secrecy.NONE.hidden()).isFalse();
    }

    @Test
    void five_of_each_weight_hide_each_other_and_four_do_not() {
        var anonymous = new Secrecy(false, true);

        assertThat(opened(electors(5, 1_000_000)).keeping(anonymous))
                .isInstanceOfSatisfying(
                        Opening.Opened.class,
                        opened -> assertThat(opened.ballot().secrecy()).isEqualTo(anonymous));
        assertThat(opened(electors(4, 1_000_000)).keeping(anonymous))
                .isEqualTo(new Opening.ElectorateTooSmall(4));
        assertThat(opened(electors(9, 1_000_000, 3, 333_333)).keeping(anonymous))
                .isEqualTo(new Opening.ElectorateTooSmall(3));
        assertThat(opened(electors(9, 1_000_000, 5, 200_000)).keeping(anonymous))
                .isInstanceOf(Opening.Opened.class);
        assertThat(opened(electors(1, 1_000_000)).keeping(new Secrecy(true, false)))
                .isInstanceOf(Opening.Opened.class);
        assertThat(new Opening.NobodyMayVote().keeping(anonymous))
                .isEqualTo(new Opening.NobodyMayVote());
    }

    @Test
    void more_weights_than_there_are_keys_are_no_anonymous_ballot() {
        var many =
                IntStream.rangeClosed(1, Secrecy.WEIGHTS_MAX + 1)
                        .boxed()
                        .flatMap(weight -> electors(5, weight).stream())
                        .toList();

        assertThat(opened(many).keeping(new Secrecy(false, true)))
                .isInstanceOf(Opening.ElectorateTooSmall.class);
    }

    @Test
    void the_clock_and_the_paper_decide_and_nothing_else() {
        var later = NOW.plusSeconds(1);
        var whole = OptionalInt.of(1_000_000);

        assertThat(SecretCasting.decide(whole, Choice.NO, METHOD, later, NOW))
                .isEqualTo(new SecretCasting.Cast(1_000_000, Choice.NO));
        assertThat(SecretCasting.decide(OptionalInt.empty(), Choice.NO, METHOD, later, NOW))
                .isEqualTo(new SecretCasting.Refused(SecretCasting.Refusal.TOKEN_NOT_VALID));
        for (var choice : new Choice[] {Choice.BLOCK, Choice.MARKED}) {
            assertThat(SecretCasting.decide(whole, choice, METHOD, later, NOW))
                    .isEqualTo(new SecretCasting.Refused(SecretCasting.Refusal.CHOICE_NOT_OFFERED));
        }
        assertThat(SecretCasting.decide(whole, Choice.NO, METHOD, NOW, NOW))
                .isEqualTo(new SecretCasting.Refused(SecretCasting.Refusal.BALLOT_CLOSED));
        assertThat(SecretCasting.decide(OptionalInt.empty(), Choice.NO, METHOD, NOW, NOW))
                .isEqualTo(new SecretCasting.Refused(SecretCasting.Refusal.BALLOT_CLOSED));
    }

    @Test
    void one_paper_is_signed_and_the_same_again() {
        var elector = new Casting.Voter(true, true, false);
        var ballot = terms(true);

        assertThat(sign(elector, ballot, PaperSigning.Before.NOTHING))
                .isEqualTo(new PaperSigning.Signed());
        assertThat(sign(elector, ballot, PaperSigning.Before.THIS))
                .isEqualTo(new PaperSigning.Repeated());
        assertThat(sign(elector, ballot, PaperSigning.Before.ANOTHER))
                .isEqualTo(new PaperSigning.SignedAlready());
        assertThat(sign(elector, terms(false), PaperSigning.Before.NOTHING))
                .isEqualTo(new PaperSigning.NotAnonymous());
        assertThat(sign(new Casting.Voter(true, true, true), ballot, PaperSigning.Before.NOTHING))
                .isEqualTo(new PaperSigning.NoVote(Casting.Refusal.RECUSED));
    }

    @Test
    void a_vote_by_name_is_refused_where_votes_have_none() {
        assertThat(
                        Casting.decide(
                                new Casting.Voter(true, true, false),
                                terms(true),
                                NOW,
                                Choice.YES,
                                null))
                .isEqualTo(new Casting.Refused(Casting.Refusal.BALLOT_ANONYMOUS));
    }

    private static PaperSigning sign(
            Casting.Voter voter, Casting.Terms ballot, PaperSigning.Before before) {
        return PaperSigning.decide(voter, ballot, before, NOW);
    }

    private static Casting.Terms terms(boolean anonymous) {
        return new Casting.Terms(
                Body.FIRMS, Method.SUPERMAJORITY, NOW.plus(Duration.ofDays(1)), anonymous);
    }

    private static List<Elector> electors(int count, int weight, int more, int other) {
        return Stream.concat(electors(count, weight).stream(), electors(more, other).stream())
                .toList();
    }

    private static List<Elector> electors(int count, int weight) {
        return Stream.generate(() -> elector(weight)).limit(count).toList();
    }

    private static Elector elector(int weight) {
        var person = new PersonId(UUID.randomUUID());
        return new Elector(new OrganizationId(UUID.randomUUID()), person, weight, List.of(person));
    }

    /** A ballot that would open; its motion and rulebook are none of secrecy's business. */
    private static Opening opened(List<Elector> electors) {
        var text = new PurposeText("T", null, "O", "M", LocalDate.of(2027, 6, 30), "G");
        var purpose = new Purpose.Active(new PurposeId(UUID.randomUUID()), 3, text);
        return new Opening.Opened(
                new Ballot(
                        new ProposalId(UUID.randomUUID()),
                        new Motion.ClosePurpose(purpose, "It is there"),
                        NOW,
                        NOW.plus(Duration.ofDays(1)),
                        Rulebook.founding(new Shares(0, 1), Duration.ZERO),
                        new Electorate(electors, NOW),
                        Secrecy.NONE));
    }
}
