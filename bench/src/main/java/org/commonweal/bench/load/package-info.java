/** How work is offered: arrivals fixed in advance, or as fast as it is answered. */
@NullMarked
package org.commonweal.bench.load;

import org.jspecify.annotations.NullMarked;
