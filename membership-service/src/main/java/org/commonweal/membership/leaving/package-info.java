/** Members leave, or their own firm removes them. */
@NullMarked
package org.commonweal.membership.leaving;

import org.jspecify.annotations.NullMarked;
