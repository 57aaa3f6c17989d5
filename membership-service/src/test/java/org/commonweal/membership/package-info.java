@NullMarked
package org.commonweal.membership;

import org.jspecify.annotations.NullMarked;
