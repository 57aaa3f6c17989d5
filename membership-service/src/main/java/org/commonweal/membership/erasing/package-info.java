/** A person is erased, by the own act, in all alliances at once. */
@NullMarked
package org.commonweal.membership.erasing;

import org.jspecify.annotations.NullMarked;
