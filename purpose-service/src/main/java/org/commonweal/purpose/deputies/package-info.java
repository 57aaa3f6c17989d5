/** Who stands in for a delegate who is away, as membership-service says it. */
@NullMarked
package org.commonweal.purpose.deputies;

import org.jspecify.annotations.NullMarked;
