package org.commonweal.platform.test.offending.foreign.giving;

import org.commonweal.platform.test.offending.cycles.giving.Gift;

/** Uses a class of another part. */
record BorrowedGift(Gift gift) {}
