package org.commonweal.purpose.wire;

import java.util.UUID;
import org.commonweal.purpose.domain.Choice;

/** A delegate cast the vote of the own firm. */
public record VoteCastV1(UUID proposal, UUID organization, Choice choice) {

    public static final String TYPE = "purpose.vote-cast.v1";
}
