package org.commonweal.membership.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Offers of a place: to come over, or to work for a second firm besides (claim E3). */
class MoveTest {

    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    private static final Move.Space FREE = new Move.Space(false, false);
    private static final Move.Proof BY_CODE = new Move.Proof(false, true, false);
    private static final Login HOSTS =
            new Login("https://id.example", "ada", "host", "Ada", "ada@host.example");

    @Test
    void a_second_place_is_offered_to_whom_has_none() {
        assertThat(offer(Move.Kind.SECONDMENT, candidate(false, false, false)))
                .isEqualTo(new Move.Answer.Possible());
        assertThat(offer(Move.Kind.SECONDMENT, candidate(true, false, false)))
                .isEqualTo(refused(Move.Refusal.OF_THE_FIRM));
        assertThat(offer(Move.Kind.SECONDMENT, candidate(false, true, true)))
                .isEqualTo(refused(Move.Refusal.OF_THE_FIRM));
        assertThat(offer(Move.Kind.SECONDMENT, candidate(false, true, false)))
                .isEqualTo(refused(Move.Refusal.TWO_FIRMS_ALREADY));
    }

    @Test
    void a_move_is_offered_to_whom_works_here_besides_and_to_whom_has_another_second_firm() {
        assertThat(offer(Move.Kind.MOVE, candidate(false, true, true)))
                .isEqualTo(new Move.Answer.Possible());
        assertThat(offer(Move.Kind.MOVE, candidate(false, true, false)))
                .isEqualTo(new Move.Answer.Possible());
        assertThat(offer(Move.Kind.MOVE, candidate(true, false, false)))
                .isEqualTo(refused(Move.Refusal.OF_THE_FIRM));
    }

    @Test
    void a_login_is_of_one_firm_so_the_second_needs_another() {
        var home = new Move.Proof(true, false, false);
        assertThat(takenUp(Move.Kind.SECONDMENT, home, FREE))
                .isEqualTo(refused(Move.Refusal.ONE_LOGIN_ONE_FIRM));
        assertThat(takenUp(Move.Kind.MOVE, home, FREE)).isEqualTo(new Move.Answer.Possible());
        assertThat(takenUp(Move.Kind.SECONDMENT, BY_CODE, FREE))
                .isEqualTo(new Move.Answer.Possible());
        assertThat(takenUp(Move.Kind.SECONDMENT, new Move.Proof(false, false, false), FREE))
                .isEqualTo(refused(Move.Refusal.NOT_ADDRESSED));
    }

    @Test
    void whoever_got_a_second_firm_meanwhile_gets_no_third() {
        var two = new Move.Space(false, true);
        assertThat(takenUp(Move.Kind.SECONDMENT, BY_CODE, two))
                .isEqualTo(refused(Move.Refusal.TWO_FIRMS_ALREADY));
        assertThat(takenUp(Move.Kind.MOVE, BY_CODE, two)).isEqualTo(new Move.Answer.Possible());
        assertThat(takenUp(Move.Kind.SECONDMENT, BY_CODE, new Move.Space(true, false)))
                .isEqualTo(refused(Move.Refusal.SEATS_TAKEN));
    }

    private static Move.Answer offer(Move.Kind kind, Move.Candidate whom) {
        return new Move.Draft(
                        kind,
                        new Move.Offerer(true, false),
                        whom,
                        new Move.Room(false, false),
                        "We want Ada to lead our disclosure work.")
                .offer();
    }

    private static Move.Candidate candidate(
            boolean atHomeHere, boolean seconded, boolean secondedHere) {
        return new Move.Candidate(true, atHomeHere, seconded, secondedHere);
    }

    private static Move.Answer takenUp(Move.Kind kind, Move.Proof proof, Move.Space space) {
        return new Move(
                        kind,
                        new OrganizationId(UUID.randomUUID()),
                        new WayIn("host", List.of(), List.of()),
                        Move.State.OFFERED,
                        NOW.plusSeconds(60))
                .takenUp(HOSTS, proof, space, NOW);
    }

    private static Move.Answer refused(Move.Refusal reason) {
        return new Move.Answer.Refused(reason);
    }
}
