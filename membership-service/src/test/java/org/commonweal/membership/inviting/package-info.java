/** Tests of the package of the same name. */
@NullMarked
package org.commonweal.membership.inviting;

import org.jspecify.annotations.NullMarked;
