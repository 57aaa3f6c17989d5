/** Tests of the package of the same name. */
@NullMarked
package org.commonweal.purpose.stages;

import org.jspecify.annotations.NullMarked;
