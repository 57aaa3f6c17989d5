package org.commonweal.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a browser does during a login, and no more: cookies, redirects, and forms that are filled in
 * or submit themselves. One instance is one browser profile.
 */
public final class FormBrowser {

    private static final int STEPS_MAX = 30;
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(20);
    private static final Pattern FORM =
            Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern INPUT = Pattern.compile("<input\\b([^>]*)>", Pattern.DOTALL);
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([\\w-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

    private final HttpClient http;
    private final UnaryOperator<Map<String, String>> changing;
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();

    public FormBrowser(HttpClient http) {
        this(http, fields -> fields);
    }

    /** A browser in the wrong hands: what it sends is changed before. */
    public FormBrowser(HttpClient http, UnaryOperator<Map<String, String>> changing) {
        this.http = http;
        this.changing = changing;
    }

    private record Cookie(String name, String value, String path) {}

    /**
     * Opens a page and goes on until a redirect leads to the awaited address, which is not opened.
     *
     * @param answers what the person types, by the name of the field
     */
    public URI follow(URI start, Map<String, String> answers, Predicate<URI> awaited) {
        return follow(start, _ -> answers, awaited);
    }

    /**
     * The same.
     *
     * @param answering is given the fields of each form as it comes, for who has to read it first
     */
    public URI follow(
            URI start, UnaryOperator<Map<String, String>> answering, Predicate<URI> awaited) {
        var response = get(start);
        for (var step = 0; step < STEPS_MAX; step++) {
            var location = response.headers().firstValue("location");
            if (location.isPresent()) {
                var next = response.uri().resolve(location.get());
                if (awaited.test(next)) {
                    return next;
                }
                response = get(next);
            } else {
                response = submit(response, answering);
            }
        }
        throw new IllegalStateException("no end after " + STEPS_MAX + " steps from " + start);
    }

    /** The value of a cookie of the whole host. */
    public Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name + "/")).map(Cookie::value);
    }

    private HttpResponse<String> submit(
            HttpResponse<String> page, UnaryOperator<Map<String, String>> answering) {
        var form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new IllegalStateException(
                    "no form at " + page.uri() + " (" + page.statusCode() + "): " + text(page));
        }
        var fields = new LinkedHashMap<String, String>();
        var input = INPUT.matcher(form.group(2));
        while (input.find()) {
            var attributes = attributes(input.group(1));
            var name = attributes.getOrDefault("name", "");
            if (!name.isEmpty()) {
                fields.put(name, attributes.getOrDefault("value", ""));
            }
        }
        var answers = answering.apply(Map.copyOf(fields));
        fields.replaceAll((name, value) -> answers.getOrDefault(name, value));
        var action = attributes(form.group(1)).getOrDefault("action", "");
        return post(page.uri().resolve(action), changing.apply(fields));
    }

    private static String text(HttpResponse<String> page) {
        var text = page.body().replaceAll("(?s)<(script|style).*?</\\1>|<[^>]*>", " ");
        return text.replaceAll("\\s+", " ").strip();
    }

    private static Map<String, String> attributes(String tag) {
        var attributes = new LinkedHashMap<String, String>();
        var matcher = ATTRIBUTE.matcher(tag);
        while (matcher.find()) {
            attributes.put(matcher.group(1), unescaped(value(matcher)));
        }
        return attributes;
    }

    private static String value(Matcher attribute) {
        return attribute.group(2) == null ? attribute.group(3) : attribute.group(2);
    }

    private static String unescaped(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&#61;", "=")
                .replace("&#43;", "+")
                .replace("&amp;", "&");
    }

    /** Opens one page with the profile's cookies and follows no redirect. */
    public HttpResponse<String> get(URI page) {
        return send(HttpRequest.newBuilder(page).GET());
    }

    private HttpResponse<String> post(URI action, Map<String, String> fields) {
        return send(
                HttpRequest.newBuilder(action)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(encoded(fields))));
    }

    public static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8)
                                + "="
                                + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        var page = request.build().uri();
        var sent =
                cookies.values().stream()
                        .filter(cookie -> page.getPath().startsWith(cookie.path()))
                        .map(cookie -> cookie.name() + "=" + cookie.value())
                        .collect(Collectors.joining("; "));
        try {
            var ready = sent.isEmpty() ? request : request.header("Cookie", sent);
            var response = http.send(ready.timeout(ANSWER_LIMIT).build(), BodyHandlers.ofString());
            response.headers().allValues("set-cookie").forEach(this::keep);
            return response;
        } catch (IOException e) {
            throw new IllegalStateException(page + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at " + page, e);
        }
    }

    private void keep(String header) {
        var parts = header.split(";\\s*", -1);
        var pair = parts[0].split("=", 2);
        var path = "/";
        var ended = false;
        for (var part : parts) {
            if (part.toLowerCase(java.util.Locale.ROOT).startsWith("path=")) {
                path = part.substring("path=".length());
            }
            ended |= part.equalsIgnoreCase("max-age=0");
        }
        if (ended) {
            cookies.remove(pair[0] + path);
        } else {
            cookies.put(pair[0] + path, new Cookie(pair[0], pair[1], path));
        }
    }
}
