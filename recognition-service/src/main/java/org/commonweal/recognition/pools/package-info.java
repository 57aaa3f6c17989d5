/** Money in the alliance's hands: written down by who pays, confirmed by another, read by all. */
@NullMarked
package org.commonweal.recognition.pools;

import org.jspecify.annotations.NullMarked;
