package org.commonweal.membership.scim;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.commonweal.membership.domain.EligiblePerson;
import org.jspecify.annotations.Nullable;

/** A user resource (RFC 7643, 4.1): of all that a directory can say, what is needed here. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
record ScimUser(
        @Nullable List<String> schemas,
        @Nullable UUID id,
        @Nullable String externalId,
        @Nullable String userName,
        @Nullable String displayName,
        @Nullable Name name,
        @Nullable List<Email> emails,
        @Nullable Boolean active,
        @Nullable Meta meta) {

    static final String SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:User";

    static ScimUser of(UUID id, EligiblePerson person, Meta meta) {
        return new ScimUser(
                List.of(SCHEMA),
                id,
                person.externalId(),
                person.userName(),
                person.displayName(),
                null,
                person.email() == null ? null : List.of(new Email(person.email(), "work", true)),
                person.active(),
                meta);
    }

    /** What is said, with a user that is not said to be inactive being active. */
    EligiblePerson person() {
        return new EligiblePerson(
                userName == null ? "" : userName,
                externalId,
                displayName != null ? displayName : name == null ? null : name.whole(),
                address(),
                active == null || active);
    }

    private @Nullable String address() {
        if (emails == null || emails.isEmpty()) {
            return null;
        }
        return emails.stream()
                .filter(email -> Boolean.TRUE.equals(email.primary()))
                .findFirst()
                .orElse(emails.getFirst())
                .value();
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Name(
            @Nullable String formatted, @Nullable String givenName, @Nullable String familyName) {

        @Nullable String whole() {
            if (formatted != null) {
                return formatted;
            }
            return givenName != null && familyName != null
                    ? givenName + " " + familyName
                    : familyName;
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Email(@Nullable String value, @Nullable String type, @Nullable Boolean primary) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Meta(
            @Nullable String resourceType,
            @Nullable Instant created,
            @Nullable Instant lastModified,
            @Nullable String location,
            @Nullable String version) {}
}
