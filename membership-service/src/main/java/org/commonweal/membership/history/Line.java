package org.commonweal.membership.history;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** One line of the bulk request. External ids are the history's own. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Line.Organization.class, name = "organization"),
    @JsonSubTypes.Type(value = Line.Person.class, name = "person")
})
sealed interface Line {

    int TEXT_MOST = 200;
    int AFFILIATIONS_MOST = 100;

    String externalId();

    record Organization(String externalId, String name) implements Line {
        public Organization {
            bounded("externalId", externalId);
            bounded("name", name);
        }
    }

    /** A pseudonym and whom the person worked for, oldest first. */
    record Person(String externalId, List<Affiliation> affiliations) implements Line {
        public Person {
            bounded("externalId", externalId);
            affiliations = affiliations == null ? List.of() : List.copyOf(affiliations);
            if (affiliations.size() > AFFILIATIONS_MOST) {
                throw new IllegalArgumentException(
                        "a person has at most " + AFFILIATIONS_MOST + " affiliations");
            }
        }
    }

    /**
     * From when on.
     *
     * @param organization external id, or null where none is known
     */
    record Affiliation(@Nullable String organization, Instant from) {}

    private static void bounded(String field, @Nullable String text) {
        if (text == null || text.isBlank() || text.length() > TEXT_MOST) {
            throw new IllegalArgumentException(
                    field + " must have 1 to " + TEXT_MOST + " characters");
        }
    }

    /** In words that name no class. */
    static String reason(Exception unfit) {
        var cause = unfit.getCause() instanceof IllegalArgumentException own ? own : unfit;
        return cause instanceof JacksonException
                ? "is not a JSON object of type organization or person as the API describes it"
                : String.valueOf(cause.getMessage());
    }
}
