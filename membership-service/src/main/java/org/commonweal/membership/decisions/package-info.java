/** What the members decided is carried out here, once, and what became of it is said. */
@NullMarked
package org.commonweal.membership.decisions;

import org.jspecify.annotations.NullMarked;
