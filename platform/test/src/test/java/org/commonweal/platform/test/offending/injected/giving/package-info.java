/** Breaks: no field injection. */
@NullMarked
package org.commonweal.platform.test.offending.injected.giving;

import org.jspecify.annotations.NullMarked;
