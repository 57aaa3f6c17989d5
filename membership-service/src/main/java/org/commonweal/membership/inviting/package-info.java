/** Personal invitations and their answers: the only way in. */
@NullMarked
package org.commonweal.membership.inviting;

import org.jspecify.annotations.NullMarked;
