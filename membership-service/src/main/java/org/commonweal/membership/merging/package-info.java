/** Two firms of an alliance become one. */
@NullMarked
package org.commonweal.membership.merging;

import org.jspecify.annotations.NullMarked;
