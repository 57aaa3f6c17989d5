/** Breaks: no mock library. */
@NullMarked
package org.commonweal.platform.test.offending.mocking;

import org.jspecify.annotations.NullMarked;
