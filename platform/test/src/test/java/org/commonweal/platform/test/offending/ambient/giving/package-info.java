/** Breaks: time and chance are passed in. */
@NullMarked
package org.commonweal.platform.test.offending.ambient.giving;

import org.jspecify.annotations.NullMarked;
