package org.commonweal.membership.scim;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** A list of users; always the first and only page, which the standard counts from one. */
record ScimPage(
        List<String> schemas,
        int totalResults,
        int startIndex,
        int itemsPerPage,
        @JsonProperty("Resources") List<ScimUser> resources) {

    static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

    ScimPage {
        schemas = List.copyOf(schemas);
        resources = List.copyOf(resources);
    }
}
