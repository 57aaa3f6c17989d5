/** Offices of the alliance: given by a decision, held by the own act, seats of a firm meanwhile. */
@NullMarked
package org.commonweal.membership.offices;

import org.jspecify.annotations.NullMarked;
