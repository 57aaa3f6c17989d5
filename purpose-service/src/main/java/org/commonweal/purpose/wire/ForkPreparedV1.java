package org.commonweal.purpose.wire;

import java.util.List;
import java.util.UUID;

/**
 * A member prepared a new community for another purpose, who alone may found it.
 *
 * @param purpose that it would leave
 * @param title of the purpose that it would have
 * @param changes SCOPE, AUDIENCE, ELIGIBILITY; never empty
 * @param people who would have to be recruited anew
 */
public record ForkPreparedV1(
        UUID fork, UUID purpose, String title, UUID preparedBy, List<String> changes, int people) {

    public static final String TYPE = "purpose.fork-prepared.v1";

    public ForkPreparedV1 {
        changes = List.copyOf(changes);
    }
}
