package org.commonweal.purpose.drafting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The purpose of the alliance, front and center, and what may become it.
 *
 * @param drafts the newest, those on a ballot included
 */
record PurposeAndDrafts(@Nullable PurposeResponse active, List<PurposeResponse> drafts) {

    PurposeAndDrafts {
        drafts = List.copyOf(drafts);
    }
}
