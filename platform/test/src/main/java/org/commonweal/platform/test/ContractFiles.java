package org.commonweal.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.json.JsonMapper;

/**
 * One service's records against {@code contracts/events}: what it publishes it writes exactly as
 * the example says. What it consumes is checked by {@link ConsumedEvents}.
 */
public final class ContractFiles {

    private final Path contracts;
    private final Path events;
    private final String service;
    private final JsonMapper json;
    private final Map<String, Class<?>> published = new LinkedHashMap<>();

    private ContractFiles(Path contracts, String service, JsonMapper json) {
        this.contracts = contracts;
        this.events = contracts.resolve("events");
        this.service = service;
        this.json = json;
    }

    /** With Jackson's own defaults, which are those of the services. */
    public static ContractFiles of(String service) {
        return of(service, JsonMapper.builder().build());
    }

    public static ContractFiles of(String service, JsonMapper json) {
        return in(Repository.root().resolve("contracts"), service, json);
    }

    static ContractFiles in(Path contracts, String service, JsonMapper json) {
        return new ContractFiles(contracts, service, json);
    }

    /** The service says {@code name}, such as {@code goal-set.v1}, and writes it as this record. */
    public ContractFiles publishes(String name, Class<? extends Record> payload) {
        published.put(name, payload);
        return this;
    }

    public Stream<DynamicTest> checks() {
        var writing =
                published.entrySet().stream()
                        .map(entry ->
                                DynamicTest.dynamicTest(
                                        "publishes " + entry.getKey(),
                                        () -> writes(entry.getKey(), entry.getValue())));
        var complete = DynamicTest.dynamicTest("every contract has its producer", this::complete);
        return Stream.concat(writing, Stream.of(complete));
    }

    private void writes(String name, Class<?> payload) {
        var contract = new EventContract(events, service, name);
        var example = contract.example();
        assertThat(contract.violations(example)).as("example of %s", contract.type()).isEmpty();
        var written = json.writeValueAsString(json.readValue(example, payload));
        assertThat(json.readTree(written))
                .as("%s, written by %s", contract.type(), payload.getSimpleName())
                .isEqualTo(json.readTree(example));
        assertThat(contract.violations(written)).isEmpty();
    }

    private void complete() {
        var files = new TreeSet<String>();
        new ContractsFolder(contracts)
                .events().stream()
                        .filter(contract -> contract.service().equals(service))
                        .forEach(contract -> files.add(contract.name()));
        assertThat(published.keySet())
                .as("events of %s: files and records", service)
                .containsExactlyInAnyOrderElementsOf(files);
    }
}
