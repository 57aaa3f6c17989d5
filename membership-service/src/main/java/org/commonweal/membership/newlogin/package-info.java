/** A member goes on with a login of the firm's new provider: the same person, the same firm. */
@NullMarked
package org.commonweal.membership.newlogin;

import org.jspecify.annotations.NullMarked;
