package org.commonweal.platform.test.conforming;

/** Public, as Spring's main class is. */
public class GiftServiceApplication {}
