/** Tests of the package of the same name. */
@NullMarked
package org.commonweal.membership.maildomains;

import org.jspecify.annotations.NullMarked;
