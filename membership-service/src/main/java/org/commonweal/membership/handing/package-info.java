/** A role of the firm passes to a named colleague, by the acts of both. */
@NullMarked
package org.commonweal.membership.handing;

import org.jspecify.annotations.NullMarked;
