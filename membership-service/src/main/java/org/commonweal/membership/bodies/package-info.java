/** Firms govern themselves: their administrators, delegates, seats and name. */
@NullMarked
package org.commonweal.membership.bodies;

import org.jspecify.annotations.NullMarked;
