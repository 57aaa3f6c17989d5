package org.commonweal.membership.people;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commonweal.membership.domain.ParticipantClass;
import org.jspecify.annotations.Nullable;

/**
 * A person as the directory lists them.
 *
 * @param name as the person wants to be called, otherwise as the login says it
 * @param organization the home firm
 * @param secondOrganization for which the person works besides
 * @param expertise what others may ask the person about, in the person's own words
 * @param offices of the alliance that the person holds, such as CONVENER
 */
record PersonView(
        UUID id,
        String name,
        @Nullable UUID organization,
        @Nullable UUID secondOrganization,
        @JsonProperty("class") @Nullable ParticipantClass memberClass,
        boolean delegate,
        boolean administrator,
        @Nullable Instant joinedAt,
        PersonState state,
        List<String> expertise,
        List<String> offices) {

    PersonView {
        expertise = List.copyOf(expertise);
        offices = List.copyOf(offices);
    }

    enum PersonState {
        ACTIVE,
        ENDED,
        /** Took name and words back; what is left is an id. */
        ERASED,
        UNCLAIMED
    }
}
