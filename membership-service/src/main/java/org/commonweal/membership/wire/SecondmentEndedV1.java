package org.commonweal.membership.wire;

import java.util.UUID;

/**
 * A member works for the second firm no more, and for the home firm as before.
 *
 * @param how LEFT by the own act, REMOVED by the firm, DIRECTORY when its directory said so,
 *     FIRM_LEFT with the whole firm
 */
public record SecondmentEndedV1(UUID person, UUID organization, UUID secondment, String how) {

    public static final String TYPE = "membership.secondment-ended.v1";
}
