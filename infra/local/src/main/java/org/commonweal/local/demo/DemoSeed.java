package org.commonweal.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;

/**
 * Plays the demo alliance's first hours through the public API, once per installation and each act
 * by the person whose act it is. An interrupted play goes on at the next start.
 */
public final class DemoSeed {

    private final Path marks;
    private final HttpClient http;
    private final Clock clock;

    public DemoSeed(Path marks, HttpClient http, Clock clock) {
        this.marks = marks;
        this.http = http;
        this.clock = clock;
    }

    /** Does nothing where the play has been played to its end. */
    public void play(URI gateway, URI keycloak) {
        var done = marks.resolve("demo-played");
        if (Files.exists(done)) {
            return;
        }
        try {
            var demo = DemoAlliance.load();
            var login = new DemoLogin(http, keycloak);
            var client = new SeedClient(http, gateway, demo, login);
            var play = new SeedPlay(demo, Story.load(), client, new SeedIds(begun()), clock);
            var gathering = new SeedGathering(play);
            gathering.found();
            gathering.gather();
            gathering.openTheDoor();
            new SeedRatifying(play).ratify();
            new SeedWorking(play).work();
            new SeedMoney(play).give();
            Files.writeString(done, clock.instant().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same moment for every try, because the ids of all acts are made from it. */
    private Instant begun() throws IOException {
        var file = marks.resolve("demo-begun");
        if (!Files.exists(file)) {
            Files.createDirectories(marks);
            Files.writeString(file, clock.instant().toString());
        }
        return Instant.parse(Files.readString(file));
    }
}
