package org.commonweal.purpose.wire;

import java.util.UUID;

/**
 * The alliance entered a stage of its life by an adopted ballot.
 *
 * @param title of the ballot
 */
public record StageChangedV1(String before, String stage, String title, UUID proposal) {

    public static final String TYPE = "purpose.stage-changed.v1";
}
