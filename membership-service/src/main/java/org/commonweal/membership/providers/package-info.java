/** A firm connects its own identity provider: described, tested, live, retired. */
@NullMarked
package org.commonweal.membership.providers;

import org.jspecify.annotations.NullMarked;
