package org.commonweal.purpose.executing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What we need of the fact that a decision was carried out, or was not and why. */
record DecisionExecutedV1(
        UUID decision, String outcome, @Nullable String refusal, @Nullable String detail) {}
