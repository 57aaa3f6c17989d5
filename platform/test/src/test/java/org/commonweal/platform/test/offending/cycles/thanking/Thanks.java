package org.commonweal.platform.test.offending.cycles.thanking;

import org.commonweal.platform.test.offending.cycles.giving.Gift;
import org.jspecify.annotations.Nullable;

/** Knows what was given. */
public record Thanks(@Nullable Gift gift) {}
