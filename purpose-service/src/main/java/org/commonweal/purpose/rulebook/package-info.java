/** By which rules the alliance decides, and who decided that. */
@NullMarked
package org.commonweal.purpose.rulebook;

import org.jspecify.annotations.NullMarked;
