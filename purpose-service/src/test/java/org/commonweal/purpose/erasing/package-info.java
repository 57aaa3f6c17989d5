/** Tests of the package of the same name. */
@NullMarked
package org.commonweal.purpose.erasing;

import org.jspecify.annotations.NullMarked;
