/** Tests of the package of the same name. */
@NullMarked
package org.commonweal.contribution.erasing;

import org.jspecify.annotations.NullMarked;
