/** Breaks: features are free of cycles. */
@NullMarked
package org.commonweal.platform.test.offending.cycles.thanking;

import org.jspecify.annotations.NullMarked;
