/** Goals below the active purpose, and where they stand. */
@NullMarked
package org.commonweal.purpose.goals;

import org.jspecify.annotations.NullMarked;
