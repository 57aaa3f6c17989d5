/** Keeps processes running: starts them side by side, watches, restarts, ends them in order. */
@NullMarked
package org.commonweal.local.supervisor;

import org.jspecify.annotations.NullMarked;
