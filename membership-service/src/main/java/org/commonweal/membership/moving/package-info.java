/** A member changes firms: offered by the new one, taken up by the person alone. */
@NullMarked
package org.commonweal.membership.moving;

import org.jspecify.annotations.NullMarked;
