package org.commonweal.purpose.domain;

import java.util.UUID;

/** One purpose through its whole life. */
public record PurposeId(UUID value) {}
