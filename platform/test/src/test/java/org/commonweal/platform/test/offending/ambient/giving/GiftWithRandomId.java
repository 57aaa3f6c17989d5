package org.commonweal.platform.test.offending.ambient.giving;

import java.util.UUID;

/** Nobody can repeat it. */
class GiftWithRandomId {
    UUID id() {
        return UUID.randomUUID();
    }
}
