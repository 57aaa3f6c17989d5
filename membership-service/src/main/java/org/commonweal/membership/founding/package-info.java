/** An alliance comes to be by the act of its first member. */
@NullMarked
package org.commonweal.membership.founding;

import org.jspecify.annotations.NullMarked;
