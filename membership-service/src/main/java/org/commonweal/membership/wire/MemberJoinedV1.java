package org.commonweal.membership.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person became a member by their own act. */
public record MemberJoinedV1(
        UUID person,
        UUID organization,
        @JsonProperty("class") String memberClass,
        boolean delegate,
        @Nullable UUID invitation,
        @Nullable UUID inviter) {

    public static final String TYPE = "membership.member-joined.v1";
}
