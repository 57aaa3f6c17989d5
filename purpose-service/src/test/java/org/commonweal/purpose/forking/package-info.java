/** Tests of the package of the same name. */
@NullMarked
package org.commonweal.purpose.forking;

import org.jspecify.annotations.NullMarked;
