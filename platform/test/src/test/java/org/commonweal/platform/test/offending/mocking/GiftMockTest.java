package org.commonweal.platform.test.offending.mocking;

import org.mockito.Mockito;

/** Tests its own assumptions. */
class GiftMockTest {
    Object gift() {
        return Mockito.mock(Runnable.class);
    }
}
