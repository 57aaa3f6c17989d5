@NullMarked
package org.commonweal.purpose.domain.tally;

import org.jspecify.annotations.NullMarked;
