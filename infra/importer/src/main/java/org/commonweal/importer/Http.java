package org.commonweal.importer;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Sends requests, and again when the other side is away for a moment. */
final class Http {

    /** How long an outage is waited out before the import gives up. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    /**
     * The answer, whatever its status.
     *
     * @throws ImportFailedException when nobody answers
     */
    HttpResponse<String> once(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (ConnectException away) {
            throw new ImportFailedException(
                    "nothing answers at "
                            + root(request.uri())
                            + "; start Commonweal first: ./commonweal up --detach");
        } catch (IOException broken) {
            throw new ImportFailedException(
                    root(request.uri()) + " did not answer: " + broken.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ImportFailedException("interrupted; run it again to go on");
        }
    }

    /** One attempt of something that may be repeated without harm. */
    interface Attempt {
        HttpResponse<String> send();
    }

    /** Repeats while the other side is away or overloaded: what is imported twice is kept once. */
    HttpResponse<String> patiently(Attempt attempt) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                var response = attempt.send();
                if (!isPassing(response.statusCode()) || System.nanoTime() > end) {
                    return response;
                }
            } catch (ImportFailedException away) {
                if (Thread.currentThread().isInterrupted() || System.nanoTime() > end) {
                    throw away;
                }
            }
            pause();
        }
    }

    private static boolean isPassing(int status) {
        return status == 429 || status == 502 || status == 503 || status == 504;
    }

    static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ImportFailedException("interrupted; run it again to go on");
        }
    }

    private static String root(URI uri) {
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}
