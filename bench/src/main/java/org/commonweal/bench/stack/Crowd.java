package org.commonweal.bench.stack;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.commonweal.local.ClientIds;
import org.commonweal.local.demo.DemoAlliance;

/**
 * Many people of one firm who have joined by their own act, each with a session: a token that the
 * realm's key has signed.
 *
 * @param administrator who may remove them
 */
public record Crowd(UUID alliance, String administrator, List<Guest> all) {

    private static final String FOUNDER = "ingrid.vasquez@aurelia.example";
    private static final int AT_ONCE = 8;

    public Crowd {
        all = List.copyOf(all);
    }

    /** One of them. */
    public record Guest(UUID person, String mail, String token) {}

    public static Crowd invited(BenchStack stack, HttpClient http, int size) {
        var founder =
                DemoAlliance.load().people().stream()
                        .filter(person -> person.mail().equals(FOUNDER))
                        .findFirst()
                        .orElseThrow();
        var place =
                stack.database()
                        .one(
                                """
                                SELECT alliance_id, organization_id FROM membership.standing
                                WHERE subject = '%s' AND state = 'ACTIVE'
                                """
                                        .formatted(founder.accountId()),
                                row ->
                                        List.of(
                                                row.getObject(1, UUID.class),
                                                row.getObject(2, UUID.class)));
        var signer = stack.signer();
        var token = signer.token(founder.accountId().toString());
        var inviter = new Acts(http, stack.url("membership"), token);
        var path = "/api/alliances/" + place.getFirst() + "/invitations/";
        return new Crowd(
                place.getFirst(),
                token,
                together(size, () -> guest(inviter, path, place.getLast(), signer)));
    }

    private static Guest guest(Acts inviter, String path, UUID organization, Signer signer) {
        var invitation = ClientIds.next();
        var mail = invitation + "@aurelia.example";
        inviter.put(
                path + invitation,
                invitation,
                """
                {"email":"%s","name":"Guest %s","organization":"%s",
                 "reason":"You know what %s knows.","ask":"Review one clause, please, as %s."}
                """
                        .formatted(mail, invitation, organization, invitation, invitation));
        var token = signer.token(UUID.randomUUID().toString(), mail);
        var own = new Acts(inviter.http(), inviter.base(), token);
        var me = own.get("/api/me");
        own.put(
                path + invitation + "/acceptance",
                ClientIds.next(),
                "{\"ownInterest\":\"To learn how several firms agree on one clause.\"}");
        return new Guest(UUID.fromString(me.get("person").get("id").asString()), mail, token);
    }

    private static List<Guest> together(int size, java.util.concurrent.Callable<Guest> one) {
        var guests = new ArrayList<Guest>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var joining = new ArrayList<Future<Guest>>();
            for (var n = 0; n < size; n++) {
                joining.add(threads.submit(one));
            }
            for (var guest : joining) {
                guests.add(guest.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        return guests;
    }
}
