package org.commonweal.platform.test.offending.injected.giving;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** Its needs cannot be seen in a constructor. */
class GiftWithHiddenNeeds {
    @Autowired @Nullable String need;
}
