package org.commonweal.gateway.stream;

import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Who may know of a fact, as its service wrote it; anything else that is written there is nobody.
 */
sealed interface Audience {

    boolean includes(Standing standing);

    static Audience of(JsonNode header) {
        return switch (header.path("scope").asString("")) {
            case "ALLIANCE" -> new Alliance();
            case "ORGANIZATION" ->
                    new Organization(UUID.fromString(header.path("organization").asString("")));
            case "PERSONS" ->
                    new Persons(
                            Set.copyOf(
                                    header.path("persons").values().stream()
                                            .map(person -> UUID.fromString(person.asString("")))
                                            .toList()));
            default -> new Persons(Set.of());
        };
    }

    /** Every member. */
    record Alliance() implements Audience {
        @Override
        public boolean includes(Standing standing) {
            return true;
        }
    }

    record Organization(UUID organization) implements Audience {
        @Override
        public boolean includes(Standing standing) {
            return organization.equals(standing.organization());
        }
    }

    record Persons(Set<UUID> persons) implements Audience {
        @Override
        public boolean includes(Standing standing) {
            return persons.contains(standing.person());
        }
    }
}
