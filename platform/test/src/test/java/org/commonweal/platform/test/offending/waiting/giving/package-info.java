/** Breaks: no blocking. */
@NullMarked
package org.commonweal.platform.test.offending.waiting.giving;

import org.jspecify.annotations.NullMarked;
