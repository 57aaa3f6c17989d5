/**
 * Other words for the active purpose: proposed, called major within a window, or in force after it.
 */
@NullMarked
package org.commonweal.purpose.wording;

import org.jspecify.annotations.NullMarked;
