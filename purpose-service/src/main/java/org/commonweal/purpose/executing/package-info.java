/** What other services carry out because the members decided it, and what became of it. */
@NullMarked
package org.commonweal.purpose.executing;

import org.jspecify.annotations.NullMarked;
