package org.commonweal.membership.scim;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a directory may ask of this endpoint, in the standard's own words (RFC 7643, 5 to 7). */
final class ScimDescription {

    private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:";

    private ScimDescription() {}

    static Map<String, Object> config() {
        var no = Map.of("supported", false);
        return Map.of(
                "schemas",
                List.of(CORE + "ServiceProviderConfig"),
                "patch",
                Map.of("supported", true),
                "bulk",
                Map.of("supported", false, "maxOperations", 0, "maxPayloadSize", 0),
                "filter",
                Map.of("supported", true, "maxResults", EligiblePeople.PAGE_MOST),
                "changePassword",
                no,
                "sort",
                no,
                "etag",
                no,
                "authenticationSchemes",
                List.of(
                        Map.of(
                                "type", "oauthbearertoken",
                                "name", "Bearer token",
                                "description", "The firm's SCIM token, made in the client.")));
    }

    static Map<String, Object> schemas() {
        var attributes =
                Stream.of("userName", "externalId", "displayName", "emails", "active")
                        .map(ScimDescription::attribute)
                        .toList();
        return list(
                Map.of(
                        "schemas",
                        List.of(CORE + "Schema"),
                        "id",
                        ScimUser.SCHEMA,
                        "name",
                        "User",
                        "attributes",
                        attributes));
    }

    private static Map<String, Object> attribute(String name) {
        var isMany = name.equals("emails");
        return Map.of(
                "name",
                name,
                "type",
                isMany ? "complex" : name.equals("active") ? "boolean" : "string",
                "multiValued",
                isMany,
                "required",
                name.equals("userName"),
                "mutability",
                "readWrite",
                "returned",
                "default",
                "uniqueness",
                name.equals("userName") ? "server" : "none");
    }

    static Map<String, Object> resourceTypes() {
        return list(
                Map.of(
                        "schemas", List.of(CORE + "ResourceType"),
                        "id", "User",
                        "name", "User",
                        "endpoint", "/Users",
                        "schema", ScimUser.SCHEMA));
    }

    private static Map<String, Object> list(Map<String, Object> only) {
        return Map.of(
                "schemas",
                List.of(ScimPage.SCHEMA),
                "totalResults",
                1,
                "startIndex",
                1,
                "itemsPerPage",
                1,
                "Resources",
                List.of(only));
    }
}
