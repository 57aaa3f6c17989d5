/** A question with options, what one can say to it, and what the members' answers come to. */
@NullMarked
package org.commonweal.purpose.domain.poll;

import org.jspecify.annotations.NullMarked;
