package org.commonweal.purpose.rulebook;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * By which rules the alliance decides.
 *
 * @param inForce for what is decided from now on
 * @param earlier the newest first; a ballot that opened under one is counted under it
 */
@Schema(name = "Rulebook")
record RulebookResponse(RulebookVersion inForce, List<RulebookVersion> earlier) {

    RulebookResponse {
        earlier = List.copyOf(earlier);
    }
}
