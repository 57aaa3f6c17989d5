package org.commonweal.purpose.drafting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The purpose of the alliance, front and center, what may become it, and what it was.
 *
 * @param drafts the newest, those on a ballot included
 * @param closed the newest
 */
record PurposeAndDrafts(
        @Nullable PurposeResponse active,
        List<PurposeResponse> drafts,
        List<PurposeResponse> closed) {

    PurposeAndDrafts {
        drafts = List.copyOf(drafts);
        closed = List.copyOf(closed);
    }
}
