@NullMarked
package org.commonweal.membership.rulebook;

import org.jspecify.annotations.NullMarked;
