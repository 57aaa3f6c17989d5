/** Casting the vote of a firm. */
@NullMarked
package org.commonweal.purpose.voting;

import org.jspecify.annotations.NullMarked;
