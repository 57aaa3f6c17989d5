package org.commonweal.membership.scim;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.commonweal.platform.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Refusals in the form that directories read (RFC 7644, 3.12). */
final class ScimProblems {

    private static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:Error";

    private ScimProblems() {}

    static ResponseEntity<Object> unknown() {
        return refused("not-found", HttpStatus.NOT_FOUND, null, "This directory has no such user.");
    }

    static ResponseEntity<Object> taken() {
        return refused(
                "scim-user-taken",
                HttpStatus.CONFLICT,
                "uniqueness",
                "This directory has a user of that userName. Look it up, then change it.");
    }

    static ResponseEntity<Object> invalid(String detail) {
        return refused("scim-invalid", HttpStatus.BAD_REQUEST, "invalidValue", detail);
    }

    private static ResponseEntity<Object> refused(
            String kebab, HttpStatus status, @Nullable String type, String detail) {
        var counted = Problem.refusal(status, kebab, "Refused", detail).response();
        return ResponseEntity.status(counted.getStatusCode())
                .contentType(MediaType.valueOf(ScimController.SCIM_JSON))
                .body(new ScimError(List.of(SCHEMA), String.valueOf(status.value()), type, detail));
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ScimError(
            List<String> schemas, String status, @Nullable String scimType, String detail) {}
}
