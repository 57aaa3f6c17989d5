package org.commonweal.membership.wire;

/** Delegates opened or closed the front door, or changed what it asks. */
public record FrontDoorSetV1(long version, boolean open, int questions) {

    public static final String TYPE = "membership.front-door-set.v1";
}
