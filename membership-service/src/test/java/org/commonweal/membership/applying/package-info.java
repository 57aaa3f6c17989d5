@NullMarked
package org.commonweal.membership.applying;

import org.jspecify.annotations.NullMarked;
