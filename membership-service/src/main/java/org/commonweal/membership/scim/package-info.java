/**
 * SCIM 2.0 (RFC 7643, 7644): a firm's directory says who of its people may join, and who is gone.
 *
 * <p>What it says makes nobody a member. It ends, and restores, what the person's own act began.
 */
@NullMarked
package org.commonweal.membership.scim;

import org.jspecify.annotations.NullMarked;
