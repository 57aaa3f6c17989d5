/** A vote is given to another member for a while, who accepts it by an own act. */
@NullMarked
package org.commonweal.purpose.proxies;

import org.jspecify.annotations.NullMarked;
