package org.commonweal.platform.test.offending.unmarked.giving;

/** Lies in a package without package-info. */
class GiftThatMayBeNull {}
