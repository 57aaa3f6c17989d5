package org.commonweal.platform.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small contracts folder in which nothing is wrong, for tests to break. */
final class SoundContracts {

    private SoundContracts() {}

    static ContractsFolder in(Path folder) throws IOException {
        var events = Files.createDirectories(folder.resolve("events/contribution"));
        Files.writeString(
                events.resolve("given.v1.schema.json"),
                """
                {
                  "$schema": "https://json-schema.org/draft/2020-12/schema",
                  "$id": "urn:commonweal:event:contribution.given.v1",
                  "title": "contribution.given.v1",
                  "type": "object",
                  "additionalProperties": false,
                  "required": ["gift", "wrapped", "with"],
                  "properties": {
                    "gift": {"type": "string"},
                    "wrapped": {"type": "boolean"},
                    "with": {"type": "string"}
                  }
                }
                """);
        Files.writeString(
                events.resolve("given.v1.example.json"),
                """
                {"gift": "book", "wrapped": true, "with": "pen"}
                """);
        Files.writeString(
                folder.resolve("asyncapi.yaml"),
                """
                channels:
                  contribution:
                    messages: {given: {}}
                components:
                  messages:
                    given:
                      name: contribution.given.v1
                      payload:
                        schema:
                          $ref: './events/contribution/given.v1.schema.json'
                """);
        Files.writeString(folder.resolve("RELEASED"), "# nothing is released\n");
        return new ContractsFolder(folder);
    }
}
