package org.commonweal.bench.workload;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.commonweal.bench.measure.Refusals;
import org.commonweal.bench.report.Told;
import org.commonweal.bench.stack.Acts;
import org.commonweal.bench.stack.BenchStack;
import org.commonweal.bench.stack.Crowd;
import org.commonweal.bench.stack.Crowd.Guest;
import org.commonweal.local.ClientIds;
import tools.jackson.databind.json.JsonMapper;

/**
 * W9: a member is removed, or named inactive by the firm's directory, while a thousand sessions are
 * at work; until each service refuses and the live stream has ended. Then what ends a login, and
 * what it costs to know of all that at each request.
 */
public final class Revoking implements Workload {

    private static final int SESSIONS = 1_000;
    private static final int REMOVALS = 40;
    private static final int INACTIVATIONS = 20;
    private static final int LET_IN = 200;
    private static final Set<Integer> REFUSED = Set.of(401, 403, 404);

    @Override
    public String name() {
        return "W9";
    }

    @Override
    public String title() {
        return "who is revoked is refused everywhere";
    }

    @Override
    public String run(Run run) {
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var stack = run.stack();
        var crowd = Crowd.invited(stack, http, SESSIONS);
        var text = new StringBuilder();
        try (var _ = Living.sessions(stack, http, crowd)) {
            text.append(Told.told(removed(stack, http, crowd)));
            text.append(Told.told(inactive(stack, http, crowd)));
        }
        text.append(Told.told(new LoginEnds(stack, http).text()));
        return text + Told.told(Checking.compare(run));
    }

    private static String removed(BenchStack stack, HttpClient http, Crowd crowd) {
        var administrator = new Acts(http, stack.url("membership"), crowd.administrator());
        return table(
                "A member is removed, %,d sessions at work".formatted(SESSIONS),
                "p50 at most 250 ms, p100 at most 1,000 ms",
                measure(
                        stack,
                        http,
                        crowd,
                        crowd.all().subList(0, REMOVALS),
                        guest ->
                                administrator.put(
                                        "/api/alliances/%s/people/%s/removal"
                                                .formatted(crowd.alliance(), guest.person()),
                                        ClientIds.next(),
                                        "{\"reason\":\"The engagement is over.\"}")));
    }

    private static String inactive(BenchStack stack, HttpClient http, Crowd crowd) {
        var made =
                new Acts(http, stack.url("membership"), crowd.administrator())
                        .put(
                                "/api/alliances/%s/organizations/mine/scim-token"
                                        .formatted(crowd.alliance()),
                                ClientIds.next(),
                                "");
        var directory = new Acts(http, stack.url("membership"), made.get("token").asString());
        var users = made.get("endpoint").asString().replaceFirst("^https?://[^/]*", "") + "/Users";
        var guests = crowd.all().subList(REMOVALS, REMOVALS + INACTIVATIONS);
        var ids = new LinkedHashMap<Guest, String>();
        for (var guest : guests) {
            var user = JsonMapper.shared().createObjectNode();
            user.putArray("schemas").add("urn:ietf:params:scim:schemas:core:2.0:User");
            user.put("userName", guest.mail()).put("active", true);
            ids.put(guest, directory.scim("POST", users, user.toString()).get("id").asString());
        }
        return table(
                "A firm's directory names a member inactive (SCIM)",
                "p100 at most 60 s",
                measure(
                        stack,
                        http,
                        crowd,
                        guests,
                        guest -> directory.scim("PATCH", users + "/" + ids.get(guest), INACTIVE)));
    }

    private static final String INACTIVE =
            """
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
             "Operations":[{"op":"replace","path":"active","value":false}]}
            """;

    private static Refusals measure(
            BenchStack stack,
            HttpClient http,
            Crowd crowd,
            List<Guest> guests,
            Consumer<Guest> revoke) {
        var refusals = new Refusals();
        for (var guest : guests) {
            var doors = doors(stack, http, crowd, guest);
            BenchStack.await(
                    "every service lets the guest in",
                    () -> doors.values().stream().allMatch(BooleanSupplier::getAsBoolean));
            doors.put("live stream at the gateway", stream(stack, http, guest));
            refusals.add(doors, () -> revoke.accept(guest));
        }
        return refusals;
    }

    private static Map<String, BooleanSupplier> doors(
            BenchStack stack, HttpClient http, Crowd crowd, Guest guest) {
        var asked = new LinkedHashMap<String, String>();
        asked.put("membership", "/people/" + guest.person());
        asked.put("purpose", "/purpose");
        asked.put("contribution", "/needed-of-me");
        asked.put("recognition", "/ledger/mine");
        var doors = new LinkedHashMap<String, BooleanSupplier>();
        asked.forEach((service, path) -> {
            var acts = new Acts(http, stack.url(service), guest.token());
            doors.put(service, () -> isOpen(acts, "/api/alliances/" + crowd.alliance() + path));
        });
        return doors;
    }

    /** Too busy, or not sure, is no refusal. */
    private static boolean isOpen(Acts acts, String path) {
        var status = acts.status(path);
        if (status != LET_IN && status < 500 && !REFUSED.contains(status)) {
            throw new IllegalStateException(path + ": " + status);
        }
        return !REFUSED.contains(status);
    }

    private static BooleanSupplier stream(BenchStack stack, HttpClient http, Guest guest) {
        var events = new Acts(http, stack.url("gateway"), guest.token()).stream("/api/stream");
        return () -> {
            try (events) {
                events.transferTo(java.io.OutputStream.nullOutputStream());
                return false;
            } catch (IOException cutOff) {
                return false;
            }
        };
    }

    static String table(String what, String aim, Refusals refusals) {
        return "## %s\n\nAim: %s.\n\n| refused by | times | p50, ms | p100, ms |\n"
                        .formatted(what, aim)
                + "| --- | ---: | ---: | ---: |\n"
                + refusals.rows()
                + "\n";
    }
}
