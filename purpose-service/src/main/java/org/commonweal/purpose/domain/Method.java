package org.commonweal.purpose.domain;

/** By what a vote of yes and no is decided, once it has its quorum. */
public enum Method {
    /** Adopted unless somebody objects; who says nothing consents. */
    CONSENT,
    /** Adopted with the threshold, unless somebody blocks. */
    BLOCK,
    /** Adopted with more yes than no. */
    MAJORITY,
    /** Adopted with the threshold among yes and no. */
    SUPERMAJORITY;

    /** Whether a vote against it must say why. */
    boolean asksWhy(Choice choice) {
        return choice == Choice.BLOCK || (this == CONSENT && choice == Choice.NO);
    }

    /** Whether it can be said on a ballot that is decided so. */
    boolean offers(Choice choice) {
        return choice != Choice.MARKED && (choice != Choice.BLOCK || this == BLOCK);
    }
}
