package org.commonweal.purpose.wire;

import java.util.UUID;
import org.commonweal.purpose.domain.Choice;
import org.jspecify.annotations.Nullable;

/**
 * A vote was cast.
 *
 * @param organization the firm whose vote it is, or for which the person is in the electorate
 * @param person where persons vote, not firms
 */
public record VoteCastV1(UUID proposal, UUID organization, @Nullable UUID person, Choice choice) {

    public static final String TYPE = "purpose.vote-cast.v1";
}
