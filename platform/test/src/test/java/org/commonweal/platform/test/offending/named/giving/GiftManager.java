package org.commonweal.platform.test.offending.named.giving;

/** Says nothing by its name. */
class GiftManager {}
