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

/**
 * What it costs to know of every revocation: by signature and standing, beside Keycloak's word on
 * one token, as a check alone and as a whole request.
 */
final class Checking {

    private static final int CLIENTS = 16;
    private static final String ONE_CORE = "a second, on one core";

    /** Keycloak answers about a token only to a client that is its audience. */
    private static final String API = "commonweal-api";

    private static final String SECRET = "secret-of-the-bench";

    private Checking() {}

    static String compare(Run run) {
        var stack = run.stack();
        var members = Members.of(stack);
        var realm = stack.installation().ports().realm();
        new DemoAdmin(HttpClient.newHttpClient(), stack.installation().ports().loginUrl())
                .letAskAboutTokens("commonweal", API, SECRET);
        var check = OwnCheck.of(realm, API, members.member(0).token());
        try (var calls = new Calls(stack.url("membership"), CLIENTS);
                var asking = new Introspection(realm, API, SECRET, CLIENTS)) {
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
            check.measure(run.time());
            var introspection = introspection(run, asking);
            return check(run, check, introspection)
                    + request(run, side(run, reading, "membership"), introspection);
        }
    }

    private static Contender introspection(Run run, Introspection asking) {
        var side = side(run, asking, "keycloak");
        return new Contender(
                "introspection",
                () -> {
                    asking.ask(token(run));
                    return side.measure(run.time());
                });
    }

    private static String check(Run run, OwnCheck check, Contender introspection) {
        return Comparison.measure(
                        new Question(
                                "A token is checked",
                                ONE_CORE,
                                "at least 10, and at most 20 µs a check"),
                        new Contender("in the service", () -> check.measure(run.time())),
                        introspection,
                        run.pairs())
                .text();
    }

    private static String request(Run run, Side reading, Contender introspection) {
        return Comparison.measure(
                        new Question(
                                "A whole request, its check included",
                                ONE_CORE,
                                "none; at 1, asking Keycloak too would halve the rate"),
                        new Contender("a member is read", () -> reading.measure(run.time())),
                        introspection,
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
