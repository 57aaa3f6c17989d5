/** How a mail leaves us: one sender for every text. */
@NullMarked
package org.commonweal.membership.mailing;

import org.jspecify.annotations.NullMarked;
