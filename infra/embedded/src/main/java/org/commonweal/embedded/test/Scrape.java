package org.commonweal.embedded.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a part tells Prometheus at one moment. */
public record Scrape(List<Series> series) {

    private static final Pattern LINE =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? ([^ ]+)");
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** What would make one series for each person, thing or address. */
    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-|@|/alliances/[^{/]|\\?|Bearer|eyJ");

    /** What belongs to us or is watched; the rest changes with the virtual machine. */
    private static final Pattern WATCHED =
            Pattern.compile(
                    "(commonweal|relay|r2dbc_pool|http_server_requests|spring_cloud_gateway"
                            + "|resilience4j_circuitbreaker_(state|calls)|jvm_memory|jvm_threads"
                            + "|jvm_gc_overhead|process|kafka_consumer_(last_poll|fetch_manager"
                            + "_records_lag|coordinator_assigned))(_.*)?");

    public Scrape {
        series = List.copyOf(series);
    }

    /** One line: a name, its labels as {@code name="value"}, and the value. */
    public record Series(String name, List<Label> labels, double value) {
        public Series {
            labels = List.copyOf(labels);
        }
    }

    public record Label(String name, String value) {}

    /** Asks a part on its operator's port. */
    public static Scrape of(int port) {
        var uri = URI.create("http://127.0.0.1:" + port + "/actuator/prometheus");
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).build();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(uri + " answered " + answer.statusCode());
            }
            return parse(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static Scrape parse(String text) {
        return new Scrape(
                text.lines()
                        .filter(line -> !line.startsWith("#") && !line.isBlank())
                        .map(Scrape::series)
                        .toList());
    }

    private static Series series(String line) {
        var parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no line of a scrape: " + line);
        }
        var labels = Objects.requireNonNullElse(parts.group(2), "");
        return new Series(
                parts.group(1),
                LABEL.matcher(labels)
                        .results()
                        .map(label -> new Label(label.group(1), label.group(2)))
                        .toList(),
                Double.parseDouble(parts.group(3).replace("+Inf", "Infinity")));
    }

    /** Labels that carry what there is one of for each person, thing or address. */
    public List<String> labelsWithIds() {
        return series.stream()
                .flatMap(one ->
                        one.labels().stream()
                                .filter(label -> ID.matcher(label.value()).find())
                                .map(label -> one.name() + " " + label))
                .distinct()
                .toList();
    }

    /** The sum over all series of a name whose labels have the value. */
    public double sum(String name, String labelValue) {
        return series.stream()
                .filter(one -> one.name().equals(name))
                .filter(one -> one.labels().stream().anyMatch(l -> l.value().equals(labelValue)))
                .mapToDouble(Series::value)
                .sum();
    }

    /** The sum over all series of a name. */
    public double sum(String name) {
        return series.stream()
                .filter(one -> one.name().equals(name))
                .mapToDouble(Series::value)
                .sum();
    }

    /** Names of what is watched, in order. */
    public List<String> watched() {
        var names = new TreeSet<String>();
        series.stream()
                .map(Series::name)
                .filter(name -> WATCHED.matcher(name).matches())
                .forEach(names::add);
        return List.copyOf(names);
    }

    /**
     * What is recorded of a part and not exposed now. With {@code -Dobservability.write=true} the
     * record is written anew instead.
     */
    public List<String> missingOf(Path record) {
        try {
            if (Boolean.getBoolean("observability.write")) {
                Files.createDirectories(Objects.requireNonNull(record.getParent()));
                Files.write(record, watched().stream().map(name -> "- " + name).toList());
            }
            var now = watched();
            return Files.readAllLines(record).stream()
                    .map(line -> line.substring("- ".length()))
                    .filter(name -> !now.contains(name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
