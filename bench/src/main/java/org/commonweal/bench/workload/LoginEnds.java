package org.commonweal.bench.workload;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.commonweal.bench.measure.Refusals;
import org.commonweal.bench.stack.BenchStack;
import org.commonweal.keycloak.FormBrowser;
import org.commonweal.local.demo.DemoAdmin;
import org.commonweal.local.demo.DemoAlliance;
import org.commonweal.local.demo.DemoAlliance.LoginProvider;
import org.commonweal.local.demo.DemoAlliance.Person;

/**
 * Browser sessions that came of real logins at Keycloak, until the gateway refuses their cookie.
 */
record LoginEnds(BenchStack stack, HttpClient http) {

    private static final String PLATFORM = "commonweal";
    private static final String DOOR = "gateway";
    private static final int PEOPLE = 8;
    private static final int LET_IN = 200;

    String text() {
        return Revoking.table(
                        "The realm ends a session (back-channel logout)",
                        "p100 at most 60 s",
                        loggedOut(people(LoginProvider.PLATFORM), _ -> PLATFORM))
                + Revoking.table(
                        "A firm's own provider ends a session (OIDC, two back channels in a row)",
                        "p100 at most 60 s",
                        loggedOut(people(LoginProvider.OIDC), Person::firm))
                + Revoking.table(
                        "An account is closed in the realm, nobody tells the gateway (refused refresh)",
                        "p100 at most 60 s",
                        closed(people(LoginProvider.PLATFORM)));
    }

    private static List<Person> people(LoginProvider login) {
        var alliance = DemoAlliance.load();
        return alliance.people().stream()
                .filter(person -> alliance.firm(person.firm()).login() == login)
                .limit(PEOPLE)
                .toList();
    }

    private Refusals loggedOut(
            List<Person> people, java.util.function.Function<Person, String> realm) {
        var refusals = new Refusals();
        for (var person : people) {
            var cookie = loggedIn(person);
            refusals.add(
                    Map.of(DOOR, () -> letsIn(cookie)),
                    () -> admin().logout(realm.apply(person), person.mail()));
        }
        return refusals;
    }

    /** All at once, as each may take as long as its token lives. */
    private Refusals closed(List<Person> people) {
        var refusals = new Refusals();
        var doors = new LinkedHashMap<String, BooleanSupplier>();
        for (var person : people) {
            var cookie = loggedIn(person);
            doors.put(DOOR + "#" + person.mail(), () -> letsIn(cookie));
        }
        refusals.add(
                doors, () -> people.forEach(who -> admin().enable(PLATFORM, who.mail(), false)));
        people.forEach(who -> admin().enable(PLATFORM, who.mail(), true));
        return refusals;
    }

    private DemoAdmin admin() {
        return new DemoAdmin(http, stack.installation().ports().loginUrl());
    }

    private String loggedIn(Person person) {
        var browser = new FormBrowser(http);
        var gateway = stack.installation().ports().url();
        var home = gateway.resolve("/");
        browser.follow(
                gateway.resolve("/oauth2/authorization/commonweal"),
                Map.of("username", person.mail(), "password", DemoAlliance.PASSWORD),
                home::equals);
        var cookie = browser.cookie("__Host-commonweal").orElseThrow();
        if (!letsIn(cookie)) {
            throw new IllegalStateException(person.mail() + " is not let in");
        }
        return cookie;
    }

    private boolean letsIn(String cookie) {
        URI me = stack.installation().ports().url().resolve("/api/me");
        var request =
                HttpRequest.newBuilder(me).header("Cookie", "__Host-commonweal=" + cookie).build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == LET_IN;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
