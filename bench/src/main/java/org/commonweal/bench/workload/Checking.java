package org.commonweal.bench.workload;

import java.net.http.HttpClient;
import java.util.Map;
import org.commonweal.bench.load.Calls;
import org.commonweal.bench.load.Calls.Call;
import org.commonweal.bench.load.Sender;
import org.commonweal.bench.reference.Introspection;
import org.commonweal.bench.report.Comparison;
import org.commonweal.bench.report.Comparison.Question;
import org.commonweal.bench.report.Contender;
import org.commonweal.bench.stack.Members;
import org.commonweal.local.demo.DemoAdmin;
import org.commonweal.local.demo.DemoAlliance;
import org.commonweal.local.demo.DemoLogin;

/** A whole request that knows of every revocation, beside Keycloak's word on one token. */
final class Checking {

    private static final int CLIENTS = 16;

    /** Keycloak answers about a token only to a client that is its audience. */
    private static final String API = "commonweal-api";

    private static final String SECRET = "secret-of-the-bench";

    private Checking() {}

    static String compare(Run run) {
        var stack = run.stack();
        var members = Members.of(stack);
        new DemoAdmin(HttpClient.newHttpClient(), stack.installation().ports().loginUrl())
                .letAskAboutTokens("commonweal", API, SECRET);
        try (var calls = new Calls(stack.url("membership"), CLIENTS);
                var asking =
                        new Introspection(
                                stack.installation().ports().realm(), API, SECRET, CLIENTS)) {
            Sender reading =
                    calls.sender(n -> {
                        var me = members.member(n);
                        var path = "/api/alliances/" + members.alliance() + "/people/";
                        return Call.get(path + me.person(), me.token());
                    });
            Side.warmUp(reading, CLIENTS);
            asking.ask(token(run));
            Side.warmUp(asking, CLIENTS);
            run.pin("membership", "keycloak", "postgres");
            return compare(
                    run, side(run, reading, "membership"), side(run, asking, "keycloak"), asking);
        }
    }

    private static String compare(Run run, Side ours, Side theirs, Introspection asking) {
        return Comparison.measure(
                        new Question(
                                "A request is checked", "a second, on one core", "at least 10"),
                        new Contender(
                                "a member is read, by signature and standing",
                                () -> ours.measure(run.time())),
                        new Contender(
                                "introspection alone",
                                () -> {
                                    asking.ask(token(run));
                                    return theirs.measure(run.time());
                                }),
                        run.pairs())
                .text();
    }

    private static Side side(Run run, Sender sender, String part) {
        return new Side(sender, CLIENTS, run.stack().processes(part, "postgres"), Map.of());
    }

    private static String token(Run run) {
        var alliance = DemoAlliance.load();
        var keycloak = run.stack().installation().ports().loginUrl();
        return new DemoLogin(HttpClient.newHttpClient(), keycloak)
                .accessToken(alliance, alliance.people().getFirst());
    }
}
