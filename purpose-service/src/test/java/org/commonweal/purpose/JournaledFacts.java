package org.commonweal.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.UUID;
import org.commonweal.platform.test.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What the service has written into its journal, against the contracts. */
record JournaledFacts(PurposeTest test) {

    /** All that was journaled has exactly the names of its contract's example. */
    void fitTheirContracts(UUID alliance, int types) {
        var json = JsonMapper.shared();
        var seen = new HashSet<String>();
        for (var fact :
                test.column(
                        alliance,
                        "SELECT jsonb_build_object('type', type, 'payload', payload) FROM journal")) {
            var type = json.readTree(fact).path("type").asString();
            seen.add(type);
            assertThat(json.readTree(fact).path("payload").propertyNames())
                    .as(type)
                    .containsExactlyInAnyOrderElementsOf(
                            json.readTree(example(type)).propertyNames());
        }
        assertThat(seen).hasSize(types);
    }

    private static String example(String type) {
        var name = type.substring("purpose.".length());
        var file = Repository.root().resolve("contracts/events/purpose/" + name + ".example.json");
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
