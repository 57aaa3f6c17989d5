/** A whole firm leaves, and may come back by the same name. */
@NullMarked
package org.commonweal.membership.firmleaving;

import org.jspecify.annotations.NullMarked;
