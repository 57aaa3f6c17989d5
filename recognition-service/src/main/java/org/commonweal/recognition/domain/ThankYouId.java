package org.commonweal.recognition.domain;

import java.util.UUID;

/** One thank-you, named by the client that sent it. */
public record ThankYouId(UUID value) {}
