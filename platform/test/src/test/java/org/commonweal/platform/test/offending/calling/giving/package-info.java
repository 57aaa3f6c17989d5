/** Breaks: no service calls another. */
@NullMarked
package org.commonweal.platform.test.offending.calling.giving;

import org.jspecify.annotations.NullMarked;
