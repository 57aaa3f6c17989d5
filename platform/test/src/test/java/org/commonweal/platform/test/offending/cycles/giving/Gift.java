package org.commonweal.platform.test.offending.cycles.giving;

import org.jspecify.annotations.Nullable;

/** Knows who thanks. */
public record Gift(
        org.commonweal.platform.test.offending.cycles.thanking.@Nullable Thanks thanks) {}
