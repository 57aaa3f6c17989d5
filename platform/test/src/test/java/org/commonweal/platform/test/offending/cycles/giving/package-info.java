/** Breaks: features are free of cycles. */
@NullMarked
package org.commonweal.platform.test.offending.cycles.giving;

import org.jspecify.annotations.NullMarked;
