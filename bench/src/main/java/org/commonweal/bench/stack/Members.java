package org.commonweal.bench.stack;

import java.util.List;
import java.util.UUID;

/**
 * The demo alliance's members with tokens of their own.
 *
 * @param alliance its id
 * @param goal one that a contribution can serve
 */
public record Members(UUID alliance, UUID goal, List<Member> all) {

    public Members {
        all = List.copyOf(all);
    }

    /** One of them. */
    public record Member(UUID person, String token) {}

    public static Members of(BenchStack stack) {
        var database = stack.database();
        var signer = stack.signer();
        var realm = stack.installation().ports().realm();
        var goal =
                database.one(
                        "SELECT alliance_id, id FROM contribution.goal WHERE NOT closed LIMIT 1",
                        row -> List.of(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
        var members =
                database.rows(
                        """
                        SELECT person_id, subject FROM contribution.standing
                        WHERE alliance_id = '%s' AND issuer = '%s' AND state = 'ACTIVE'
                        """
                                .formatted(goal.getFirst(), realm),
                        row ->
                                new Member(
                                        row.getObject(1, UUID.class),
                                        signer.token(row.getString(2))));
        return new Members(goal.getFirst(), goal.getLast(), members);
    }

    /** In turn. */
    public Member member(long n) {
        return all.get(Math.floorMod(n, all.size()));
    }
}
