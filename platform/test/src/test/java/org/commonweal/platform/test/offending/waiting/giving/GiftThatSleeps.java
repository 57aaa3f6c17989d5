package org.commonweal.platform.test.offending.waiting.giving;

/** Hopes that a while is enough. */
class GiftThatSleeps {
    void hope() throws InterruptedException {
        Thread.sleep(1);
    }
}
