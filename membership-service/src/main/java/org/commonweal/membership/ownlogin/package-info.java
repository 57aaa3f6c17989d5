/** A firm's own login, set up by its own people: mail domains, and the directory's token. */
@NullMarked
package org.commonweal.membership.ownlogin;

import org.jspecify.annotations.NullMarked;
