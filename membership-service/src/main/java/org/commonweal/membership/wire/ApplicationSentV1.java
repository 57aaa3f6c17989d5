package org.commonweal.membership.wire;

import java.util.UUID;

/** Somebody applied; told to those who decide. Answers stay in the registry. */
public record ApplicationSentV1(UUID application, UUID organization, long questionsVersion) {

    public static final String TYPE = "membership.application-sent.v1";
}
