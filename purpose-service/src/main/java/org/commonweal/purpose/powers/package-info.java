/** Who decides what, and by which rule: of members, the sponsor and the operator alike. */
@NullMarked
package org.commonweal.purpose.powers;

import org.jspecify.annotations.NullMarked;
