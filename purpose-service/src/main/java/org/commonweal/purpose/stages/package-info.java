/** How far the alliance has come, and what stands before the next stage. */
@NullMarked
package org.commonweal.purpose.stages;

import org.jspecify.annotations.NullMarked;
