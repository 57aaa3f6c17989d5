package org.commonweal.platform.test.offending.visible.giving;

/** Public, though no other feature is named to use it. */
public class VisibleGifts {}
