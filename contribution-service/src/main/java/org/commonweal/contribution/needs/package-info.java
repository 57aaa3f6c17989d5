/** Needed of me: named asks with the reason why it must be you. */
@NullMarked
package org.commonweal.contribution.needs;

import org.jspecify.annotations.NullMarked;
