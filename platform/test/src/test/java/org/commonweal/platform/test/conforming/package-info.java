/** A service as it should be: every rule holds. */
@NullMarked
package org.commonweal.platform.test.conforming;

import org.jspecify.annotations.NullMarked;
