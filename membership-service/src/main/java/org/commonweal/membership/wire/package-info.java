/**
 * The facts of this service as they travel; each equals its file in contracts/events/membership.
 */
@NullMarked
package org.commonweal.membership.wire;

import org.jspecify.annotations.NullMarked;
