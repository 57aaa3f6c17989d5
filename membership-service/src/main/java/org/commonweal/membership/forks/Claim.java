package org.commonweal.membership.forks;

import java.util.UUID;

/** Whether somebody may found an alliance of what was prepared. */
public sealed interface Claim {

    /**
     * The caller may.
     *
     * @param alliance where it was prepared
     * @param purpose that the new alliance leaves
     */
    record Given(UUID alliance, UUID purpose, UUID fork) implements Claim {}

    /** Nothing of that id was prepared where the caller is a member. */
    record Unknown() implements Claim {}

    /** Another person prepared it, and nobody founds for somebody else. */
    record AnothersOwn() implements Claim {}
}
