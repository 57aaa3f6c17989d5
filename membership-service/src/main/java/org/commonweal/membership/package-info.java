/** Who belongs, since when, for which organization, with which standing. */
@NullMarked
package org.commonweal.membership;

import org.jspecify.annotations.NullMarked;
