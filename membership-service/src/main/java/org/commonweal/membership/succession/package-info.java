/** What follows for a firm when one of its people goes. */
@NullMarked
package org.commonweal.membership.succession;

import org.jspecify.annotations.NullMarked;
