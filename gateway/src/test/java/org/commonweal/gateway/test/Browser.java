package org.commonweal.gateway.test;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.netty.http.client.HttpClient;

/** Keeps cookies and follows no redirect by itself, so that a test sees every step. */
public final class Browser {

    private static final int REDIRECTS_MAX = 5;
    private static final int PAGE_BYTES_MAX = 4 * 1024 * 1024;

    private WebTestClient http = through(HttpClient.create());
    private final String gateway;
    private String agent = "a test";
    private final Map<String, ResponseCookie> cookies = new LinkedHashMap<>();

    public Browser(String gateway) {
        this.gateway = gateway;
    }

    private static WebTestClient through(HttpClient client) {
        // A plain connector: the default one hides that an answer came compressed.
        return WebTestClient.bindToServer(new ReactorClientHttpConnector(client))
                .responseTimeout(Duration.ofSeconds(60))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(PAGE_BYTES_MAX))
                .build();
    }

    /** From another address of this machine from now on. */
    public Browser from(String address) {
        http =
                through(
                        HttpClient.create()
                                .bindAddress(() ->
                                        new InetSocketAddress(InetAddress.ofLiteral(address), 0)));
        return this;
    }

    public Map<String, ResponseCookie> cookies() {
        return cookies;
    }

    public ResponseCookie cookie(String name) {
        ResponseCookie cookie = cookies.get(name);
        if (cookie == null) {
            throw new AssertionError("no cookie " + name + " among " + cookies.keySet());
        }
        return cookie;
    }

    /** Logs in as the subject and answers where the browser has arrived. */
    public String logIn(String subject, String query) {
        String next = "/oauth2/authorization/commonweal?login_hint=" + subject + query;
        for (int step = 0; step < REDIRECTS_MAX; step++) {
            EntityExchangeResult<String> answer = get(next);
            URI location = answer.getResponseHeaders().getLocation();
            if (location == null) {
                throw new AssertionError("no redirect from " + next + ": " + answer);
            }
            next = location.toString();
            if (next.startsWith("/")) {
                return next;
            }
        }
        throw new AssertionError("too many redirects, last to " + next);
    }

    /** With what it says of itself from now on. */
    public Browser as(String userAgent) {
        agent = userAgent;
        return this;
    }

    public Browser loggedInAs(String subject) {
        logIn(subject, "");
        return this;
    }

    public EntityExchangeResult<String> get(String pathOrUrl) {
        return send(HttpMethod.GET, pathOrUrl, _ -> {});
    }

    /** Sends as our client's script does: with the CSRF cookie's value in the header. */
    public EntityExchangeResult<String> post(String path) {
        String token = cookie("XSRF-TOKEN").getValue();
        return send(
                HttpMethod.POST,
                path,
                request ->
                        request.header("X-XSRF-TOKEN", token).header("Accept", "application/json"));
    }

    /** For a client of another kind that goes on as this browser. */
    public void sendCookies(HttpHeaders headers) {
        cookies.forEach((name, cookie) -> headers.add("Cookie", name + "=" + cookie.getValue()));
    }

    public EntityExchangeResult<String> delete(String path) {
        String token = cookie("XSRF-TOKEN").getValue();
        return send(HttpMethod.DELETE, path, request -> request.header("X-XSRF-TOKEN", token));
    }

    public EntityExchangeResult<String> send(
            HttpMethod method, String pathOrUrl, Consumer<WebTestClient.RequestBodySpec> more) {
        boolean ours = pathOrUrl.startsWith("/") || pathOrUrl.startsWith(gateway);
        URI uri = URI.create(pathOrUrl.startsWith("/") ? gateway + pathOrUrl : pathOrUrl);
        WebTestClient.RequestBodySpec request = http.method(method).uri(uri);
        if (ours) {
            cookies.forEach((name, cookie) -> request.cookie(name, cookie.getValue()));
        }
        request.header("User-Agent", agent);
        more.accept(request);
        EntityExchangeResult<String> answer =
                request.exchange().expectBody(String.class).returnResult();
        if (ours) {
            answer.getResponseCookies().forEach((name, values) -> keep(name, values.getLast()));
        }
        return answer;
    }

    private void keep(String name, ResponseCookie cookie) {
        if (cookie.getMaxAge().isZero()) {
            cookies.remove(name);
        } else {
            cookies.put(name, cookie);
        }
    }
}
