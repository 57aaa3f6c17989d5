package org.commonweal.platform.messaging;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.UUID;

/** Who may read a fact; written by the owning service, only matched by everybody else. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "scope")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Audience.Everyone.class, name = "ALLIANCE"),
    @JsonSubTypes.Type(value = Audience.Organization.class, name = "ORGANIZATION"),
    @JsonSubTypes.Type(value = Audience.Persons.class, name = "PERSONS")
})
public sealed interface Audience {

    Audience EVERYONE = new Everyone();

    /** All active members of the alliance. */
    record Everyone() implements Audience {}

    /** The members of one organization. */
    record Organization(UUID organization) implements Audience {}

    /** The named persons, at most 1,000. */
    record Persons(List<UUID> persons) implements Audience {
        public Persons {
            persons = List.copyOf(persons);
            if (persons.size() > 1_000) {
                throw new IllegalArgumentException("an audience names at most 1000 persons");
            }
        }
    }
}
