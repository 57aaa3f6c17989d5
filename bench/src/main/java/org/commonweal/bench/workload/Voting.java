package org.commonweal.bench.workload;

import io.netty.handler.codec.http.HttpMethod;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.commonweal.bench.load.Calls;
import org.commonweal.bench.load.Calls.Call;
import org.commonweal.bench.report.Comparison;
import org.commonweal.bench.report.Comparison.Question;
import org.commonweal.bench.report.Contender;
import org.commonweal.bench.report.Told;
import org.commonweal.bench.stack.Voters;
import org.commonweal.local.ClientIds;

/** W4: ten thousand voters cast on one open ballot, beside the same spread over a hundred. */
public final class Voting implements Workload {

    private static final int VOTERS = 10_000;
    private static final int BALLOTS = 100;
    private static final int CLIENTS = 16;
    private static final int CONNECTIONS = 64;
    private static final String[] CHOICES = {"YES", "NO", "ABSTAIN"};

    @Override
    public String name() {
        return "W4";
    }

    @Override
    public String title() {
        return "votes on one open ballot, and spread over a hundred";
    }

    @Override
    public String run(Run run) {
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var voters = Voters.before(run.stack(), http, VOTERS, BALLOTS);
        try (var calls = new Calls(run.stack().url("purpose"), CONNECTIONS)) {
            var hot = calls.sender(n -> vote(voters, n, voters.hot()));
            var spread = calls.sender(n -> vote(voters, n, voters.ballot(n)));
            Side.warmUp(hot, CLIENTS);
            Side.warmUp(spread, CLIENTS);
            run.pin("purpose", "postgres");
            var processes = run.stack().processes("purpose", "postgres");
            var wal =
                    Map.<String, LongSupplier>of(
                            "WAL, bytes a request", run.stack().database()::walBytes);
            var one = new Side(hot, CLIENTS, processes, wal);
            var hundred = new Side(spread, CLIENTS, processes, wal);
            return Told.told(
                    Comparison.measure(
                                    new Question(
                                            "%,d voters".formatted(VOTERS),
                                            "votes a second, on one core",
                                            "at least 0.9"),
                                    new Contender("one open ballot", () -> one.measure(run.time())),
                                    new Contender(
                                            "spread over %d".formatted(BALLOTS),
                                            () -> hundred.measure(run.time())),
                                    run.pairs())
                            .text());
        }
    }

    /** Again and again: until the close the last one counts. */
    private static Call vote(Voters voters, long n, UUID ballot) {
        return new Call(
                HttpMethod.PUT,
                "/api/alliances/" + voters.alliance() + "/proposals/" + ballot + "/ballots/mine",
                voters.token(n),
                "{\"choice\":\"%s\"}".formatted(CHOICES[(int) (n / VOTERS) % CHOICES.length]),
                ClientIds.next().toString());
    }
}
