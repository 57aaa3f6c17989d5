package org.commonweal.membership.scim;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import org.commonweal.membership.domain.EligiblePerson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A change of single attributes (RFC 7644, 3.5.2), in the two dialects that are met: Entra ID names
 * a path and writes {@code "False"}, Okta sends an object of attributes without a path.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ScimPatch(@Nullable @JsonProperty("Operations") List<Operation> operations) {

    static final int OPERATIONS_MOST = 50;

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Operation(@Nullable String op, @Nullable String path, @Nullable JsonNode value) {}

    /** The person after the change; attributes that are not kept here change nothing. */
    EligiblePerson applied(EligiblePerson person) {
        if (operations == null || operations.isEmpty() || operations.size() > OPERATIONS_MOST) {
            throw new IllegalArgumentException("Operations has 1 to 50 elements");
        }
        var changed = person;
        for (var operation : operations) {
            changed = applied(changed, operation);
        }
        return changed;
    }

    private static EligiblePerson applied(EligiblePerson person, Operation operation) {
        var removes =
                switch (String.valueOf(operation.op()).toLowerCase(Locale.ROOT)) {
                    case "add", "replace" -> false;
                    case "remove" -> true;
                    default -> throw new IllegalArgumentException("op is add, replace or remove");
                };
        if (operation.path() != null) {
            return with(person, operation.path(), removes ? null : operation.value());
        }
        if (removes || operation.value() == null || !operation.value().isObject()) {
            throw new IllegalArgumentException("an operation without path has an object as value");
        }
        var changed = person;
        for (var attribute : operation.value().properties()) {
            changed = with(changed, attribute.getKey(), attribute.getValue());
        }
        return changed;
    }

    private static EligiblePerson with(
            EligiblePerson person, String path, @Nullable JsonNode value) {
        var attribute =
                path.replaceFirst("^" + java.util.regex.Pattern.quote(ScimUser.SCHEMA) + ":", "")
                        .toLowerCase(Locale.ROOT);
        if (attribute.startsWith("emails")) {
            return person.withEmail(address(value));
        }
        return switch (attribute) {
            case "active" -> person.withActive(truth(value));
            case "username" -> person.withUserName(String.valueOf(text(value)));
            case "externalid" -> person.withExternalId(text(value));
            case "displayname", "name.formatted" -> person.withDisplayName(text(value));
            default -> person;
        };
    }

    private static boolean truth(@Nullable JsonNode value) {
        return switch (String.valueOf(text(value)).toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("active is true or false");
        };
    }

    private static @Nullable String address(@Nullable JsonNode value) {
        var one = value != null && value.isArray() ? value.path(0) : value;
        return one != null && one.isObject() ? text(one.path("value")) : text(one);
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        return value == null || value.isNull() || value.isMissingNode() ? null : value.asString();
    }
}
