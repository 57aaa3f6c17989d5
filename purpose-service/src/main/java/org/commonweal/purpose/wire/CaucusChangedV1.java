package org.commonweal.purpose.wire;

import java.util.UUID;

/**
 * Somebody said in the own firm's caucus what they think of an open ballot; told to that firm
 * alone, and neither who nor what.
 *
 * @param people how many have said something
 */
public record CaucusChangedV1(UUID proposal, UUID organization, String title, int people) {

    public static final String TYPE = "purpose.caucus-changed.v1";
}
