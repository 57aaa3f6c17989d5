@NullMarked
package org.commonweal.platform.brokering;

import org.jspecify.annotations.NullMarked;
