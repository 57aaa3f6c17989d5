/** A delegate is away for a while, and a colleague votes for the firm instead. */
@NullMarked
package org.commonweal.membership.deputizing;

import org.jspecify.annotations.NullMarked;
