package org.commonweal.purpose.forking;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.commonweal.purpose.domain.Forking;
import org.jspecify.annotations.Nullable;

/**
 * A community for another purpose, prepared or founded, as members of this one read it.
 *
 * @param purpose that it leaves
 * @param changes what would be different, never empty
 * @param impact whom it affects, as it was when it was prepared; null in the list of forks
 * @param foundedAs the new alliance; whether the reader may enter it, that alliance says
 */
@Schema(name = "Fork")
record ForkResponse(
        UUID id,
        UUID purpose,
        List<Forking.Change> changes,
        String title,
        @Nullable String statement,
        @Nullable String output,
        @Nullable String measure,
        @Nullable LocalDate deadline,
        @Nullable String goal,
        @Nullable String audience,
        @Nullable String eligibility,
        String reason,
        UUID preparedBy,
        Instant preparedAt,
        @Nullable Impact impact,
        @Nullable UUID foundedAs,
        @Nullable Instant foundedAt) {

    ForkResponse {
        changes = List.copyOf(changes);
    }

    /**
     * What nobody takes along: a new community begins with its founder alone (claims B12, B16).
     *
     * @param members who would have to be recruited one by one
     * @param ties pairs of people of two firms who have answered each other
     * @param people those members, at most 1,000
     * @param goals of the active purpose, with whose they are, at most 200
     * @param ballots that are open, at most 50
     */
    @Schema(name = "ForkImpact")
    record Impact(
            int members,
            int ties,
            List<Affected> people,
            List<LeftGoal> goals,
            List<LeftBallot> ballots) {

        Impact {
            people = List.copyOf(people);
            goals = List.copyOf(goals);
            ballots = List.copyOf(ballots);
        }
    }

    /**
     * @param delegate whether the person votes for the firm here
     * @param ties to people of other firms
     * @param goals that the person owns
     */
    @Schema(name = "AffectedMember")
    record Affected(UUID person, UUID organization, boolean delegate, int ties, int goals) {}

    @Schema(name = "LeftGoal")
    record LeftGoal(UUID goal, String title, UUID owner, LocalDate due) {}

    @Schema(name = "LeftBallot")
    record LeftBallot(UUID proposal, String title, @Nullable Instant closesAt) {}
}
