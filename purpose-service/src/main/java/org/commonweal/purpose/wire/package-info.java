/** The events that this service says, exactly as contracts/events/purpose has them. */
@NullMarked
package org.commonweal.purpose.wire;

import org.jspecify.annotations.NullMarked;
