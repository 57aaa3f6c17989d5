/** The servers started, killed and started again. */
@NullMarked
package org.commonweal.embedded;

import org.jspecify.annotations.NullMarked;
