package org.commonweal.membership.domain;

/** Who may set up a firm's own login: the one place that says so. */
public final class FirmAdministration {

    private FirmAdministration() {}

    /** For the own firm alone: nobody's standing reaches into another. */
    public static boolean isOpenTo(Member member) {
        return member.delegate();
    }
}
