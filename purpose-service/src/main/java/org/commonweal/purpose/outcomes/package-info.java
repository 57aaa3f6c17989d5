/** What came of a decision: said by who proposed it, and looked at again on a day. */
@NullMarked
package org.commonweal.purpose.outcomes;

import org.jspecify.annotations.NullMarked;
