/** Breaks: no service knows another's classes. */
@NullMarked
package org.commonweal.platform.test.offending.foreign.giving;

import org.jspecify.annotations.NullMarked;
