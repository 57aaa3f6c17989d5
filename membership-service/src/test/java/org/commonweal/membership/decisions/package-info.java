@NullMarked
package org.commonweal.membership.decisions;

import org.jspecify.annotations.NullMarked;
