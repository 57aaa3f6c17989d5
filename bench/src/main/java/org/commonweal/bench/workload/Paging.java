package org.commonweal.bench.workload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import org.commonweal.bench.load.Calls;
import org.commonweal.bench.load.Calls.Call;
import org.commonweal.bench.measure.Figures;
import org.commonweal.bench.report.Comparison;
import org.commonweal.bench.report.Comparison.Question;
import org.commonweal.bench.report.Contender;
import org.commonweal.bench.report.Told;
import org.commonweal.bench.stack.BenchStack;
import org.commonweal.bench.stack.Members;
import tools.jackson.databind.json.JsonMapper;

/** W7: activity, page 1 beside page 1,000, on some fifty thousand rows and on a million. */
public final class Paging implements Workload {

    private static final int PAGE = 1_000;
    private static final int PAGE_ROWS = 50;
    private static final int CLIENTS = 4;
    private static final int FEW = 60_000;
    private static final int MANY = 1_000_000;
    private static final double MILLIS = 1e3;

    @Override
    public String name() {
        return "W7";
    }

    @Override
    public String title() {
        return "activity, page 1 and page 1,000";
    }

    @Override
    public String run(Run run) {
        var members = Members.of(run.stack());
        var text = new StringBuilder();
        for (var rows : new int[] {FEW, MANY}) {
            fill(run.stack(), members.alliance(), rows);
            text.append(compare(run, members, "%,d rows".formatted(rows))).append('\n');
        }
        return text.toString();
    }

    /** Further rows of the alliance, older than the oldest one, a minute apart. */
    private static void fill(BenchStack stack, UUID alliance, int rows) {
        stack.database()
                .run(
                        """
                        INSERT INTO contribution.activity (alliance_id, at, id, type, actor_id,
                            organization_id, subject, title, link_kind, link_id, detail)
                        SELECT a.alliance_id, a.at - n * interval '1 minute', gen_random_uuid(), a.type,
                            a.actor_id, a.organization_id, a.subject, a.title || ' ' || n, a.link_kind,
                            a.link_id, a.detail
                        FROM generate_series(1, %2$d - (SELECT count(*) FROM contribution.activity
                            WHERE alliance_id = '%1$s')) AS n,
                            (SELECT * FROM contribution.activity WHERE alliance_id = '%1$s'
                             ORDER BY at LIMIT 1) a
                        """
                                .formatted(alliance, rows),
                        "VACUUM ANALYZE contribution.activity");
    }

    private static String compare(Run run, Members members, String rows) {
        var path = "/api/alliances/" + members.alliance() + "/activity?limit=" + PAGE_ROWS;
        var token = members.member(0).token();
        var cursor = cursor(run.stack().url("contribution").resolve(path), token);
        try (var calls = new Calls(run.stack().url("contribution"), CLIENTS)) {
            var first = calls.sender(_ -> Call.get(path, token));
            var far = calls.sender(_ -> Call.get(path + "&cursor=" + cursor, token));
            Side.warmUp(first, CLIENTS);
            Side.warmUp(far, CLIENTS);
            run.pin("contribution", "postgres");
            var processes = run.stack().processes("contribution", "postgres");
            var near = new Side(first, CLIENTS, processes, Map.of());
            var distant = new Side(far, CLIENTS, processes, Map.of());
            return Told.told(
                    Comparison.measure(
                                    new Question(
                                            rows,
                                            "ms of the core for a page of " + PAGE_ROWS,
                                            "at most 1.1"),
                                    new Contender(
                                            "page " + PAGE,
                                            () -> perPage(distant.measure(run.time()))),
                                    new Contender(
                                            "page 1", () -> perPage(near.measure(run.time()))),
                                    run.pairs())
                            .text());
        }
    }

    private static Figures perPage(Figures figures) {
        return new Figures(MILLIS / figures.value(), figures.more());
    }

    /** Where the page begins, found as a reader finds it: by going there. */
    private static String cursor(URI first, String token) {
        var next = "";
        try (var http = HttpClient.newHttpClient()) {
            for (var page = 1; page < PAGE; page++) {
                var uri = next.isEmpty() ? first : URI.create(first + "&cursor=" + next);
                var request =
                        HttpRequest.newBuilder(uri)
                                .header("Authorization", "Bearer " + token)
                                .build();
                var body = http.send(request, BodyHandlers.ofString()).body();
                next =
                        URLEncoder.encode(
                                JsonMapper.shared().readTree(body).path("next").asString(), UTF_8);
            }
            return next;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
