/** Half of a cycle. */
@NullMarked
package org.commonweal.gateway.offending.hasty;

import org.jspecify.annotations.NullMarked;
