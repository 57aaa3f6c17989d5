/** Waits, and knows what it should not. */
@NullMarked
package org.commonweal.gateway.offending.lingering;

import org.jspecify.annotations.NullMarked;
