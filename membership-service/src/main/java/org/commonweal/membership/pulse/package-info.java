/** The pulse that tells others how fresh their standings are. */
@NullMarked
package org.commonweal.membership.pulse;

import org.jspecify.annotations.NullMarked;
