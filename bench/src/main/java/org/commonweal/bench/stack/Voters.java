package org.commonweal.bench.stack;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.commonweal.local.ClientIds;

/**
 * Many firms with a delegate each, and ballots on which they vote. The firms are rows of
 * purpose-service alone, and electors of the ballots by hand: enrolling thousands would measure
 * that.
 *
 * @param tokens of the delegates
 * @param hot a ballot of all of them
 * @param spread ballots of which each has its part of them, in turn
 */
public record Voters(UUID alliance, List<String> tokens, UUID hot, List<UUID> spread) {

    private static final String SUBJECT = "bench-voter-";
    private static final Duration OPEN = Duration.ofDays(60);

    public Voters {
        tokens = List.copyOf(tokens);
        spread = List.copyOf(spread);
    }

    public static Voters before(BenchStack stack, HttpClient http, int voters, int ballots) {
        var members = Members.of(stack);
        var alliance = members.alliance();
        var realm = stack.installation().ports().realm().toString();
        // A stack that was kept has them from the run before, and their electorates would be all.
        stack.database().run("DELETE FROM purpose.standing WHERE subject LIKE '" + SUBJECT + "%'");
        var acts = new Acts(http, stack.url("purpose"), members.member(0).token());
        var opened = new ArrayList<UUID>();
        for (var n = 0; n <= ballots; n++) {
            opened.add(open(acts, alliance, n));
        }
        var hot = opened.removeFirst();
        stack.database().run(standings(alliance, realm, voters), electors(alliance, hot, 1, 0));
        for (var n = 0; n < ballots; n++) {
            stack.database().run(electors(alliance, opened.get(n), ballots, n));
        }
        stack.database().run("VACUUM ANALYZE purpose.elector", "VACUUM ANALYZE purpose.standing");
        var signer = stack.signer();
        var tokens = new ArrayList<String>();
        for (var n = 0; n < voters; n++) {
            tokens.add(signer.token(SUBJECT + n));
        }
        return new Voters(alliance, tokens, hot, opened);
    }

    private static UUID open(Acts acts, UUID alliance, int n) {
        var ballot = ClientIds.next();
        acts.put(
                "/api/alliances/" + alliance + "/proposals/" + ballot,
                ballot,
                """
                {"question":{"title":"Shall we write letter %d together?","asks":{}},"closesAt":"%s"}
                """
                        .formatted(n, Instant.now().plus(OPEN)));
        return ballot;
    }

    private static String standings(UUID alliance, String realm, int voters) {
        return """
        INSERT INTO purpose.standing (alliance_id, issuer, subject, person_id,
            organization_id, class, delegate, state, version)
        SELECT '%s', '%s', '%s' || n, gen_random_uuid(), gen_random_uuid(), 'MEMBER', true,
               'ACTIVE', 1
        FROM generate_series(0, %d) n
        """
                .formatted(alliance, realm, SUBJECT, voters - 1);
    }

    private static String electors(UUID alliance, UUID ballot, int parts, int part) {
        return """
        INSERT INTO purpose.elector (alliance_id, proposal_id, voter_id, organization_id,
            weight, version)
        SELECT alliance_id, '%s', organization_id, organization_id, 1000000, 0
        FROM purpose.standing
        WHERE alliance_id = '%s' AND subject LIKE '%s%%'
          AND substr(subject, %d)::int %% %d = %d
        """
                .formatted(ballot, alliance, SUBJECT, SUBJECT.length() + 1, parts, part);
    }

    public String token(long n) {
        return tokens.get(Math.floorMod(n, tokens.size()));
    }

    /** Of the n-th voter. */
    public UUID ballot(long n) {
        return spread.get(Math.floorMod(n % tokens.size(), spread.size()));
    }
}
