/** The facts that this service says, as contracts/events has them. */
@NullMarked
package org.commonweal.contribution.wire;

import org.jspecify.annotations.NullMarked;
