package org.commonweal.membership.inviting;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;

/** A membership as it began. */
record MembershipView(
        UUID person,
        UUID organization,
        @JsonProperty("class") String memberClass,
        boolean delegate,
        Instant joinedAt) {}
