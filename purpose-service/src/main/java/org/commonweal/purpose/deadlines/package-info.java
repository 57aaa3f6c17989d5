/** The deadline of the active purpose: passed by the database clock, decided by the firms. */
@NullMarked
package org.commonweal.purpose.deadlines;

import org.jspecify.annotations.NullMarked;
