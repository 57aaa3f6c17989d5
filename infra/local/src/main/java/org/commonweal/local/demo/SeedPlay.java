package org.commonweal.local.demo;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.commonweal.local.demo.DemoAlliance.Firm;
import org.commonweal.local.demo.DemoAlliance.Person;
import tools.jackson.databind.JsonNode;

/** Who plays what, and how an act of one of them reaches the alliance. */
record SeedPlay(DemoAlliance demo, Story story, SeedClient client, SeedIds ids, Clock clock) {

    /** More at once would not be faster on a small machine: logins cost the most. */
    private static final int PEOPLE_AT_ONCE = 4;

    UUID alliance() {
        return ids.of("alliance");
    }

    void put(String mail, String path, UUID id, Map<String, ?> body) {
        client.put(mail, at(path), id, body);
    }

    JsonNode get(String mail, String path) {
        return client.get(mail, at(path));
    }

    /** Also what makes a person known at the first login. */
    JsonNode me(String mail) {
        return client.get(mail, "/api/me");
    }

    private String at(String path) {
        return "/api/alliances/" + alliance() + path;
    }

    Person person(String mail) {
        return demo.people().stream().filter(p -> p.mail().equals(mail)).findFirst().orElseThrow();
    }

    /** Those of a firm who accept, its delegate first; none where an invitation stays open. */
    List<Person> joining(Firm firm) {
        var people = demo.of(firm);
        var open = people.stream().anyMatch(p -> story.openInvitations().contains(p.mail()));
        return open ? List.of() : people.subList(0, story.joiningPerFirm());
    }

    <T> void together(List<T> all, Consumer<T> act) {
        try (var people = Executors.newFixedThreadPool(PEOPLE_AT_ONCE)) {
            var acts =
                    all.stream()
                            .map(one -> CompletableFuture.runAsync(() -> act.accept(one), people))
                            .toList();
            acts.forEach(CompletableFuture::join);
        }
    }
}
