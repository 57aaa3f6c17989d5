/** What the own facts ask by mail. */
@NullMarked
package org.commonweal.membership.asking;

import org.jspecify.annotations.NullMarked;
