package org.commonweal.local.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a part over HTTP whether it serves. */
final class Probe {

    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final HttpClient http;

    Probe(HttpClient http) {
        this.http = http;
    }

    boolean answersOk(int port, String path) {
        var page = URI.create("http://127.0.0.1:" + port + path);
        try {
            var request = HttpRequest.newBuilder(page).timeout(LIMIT).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
