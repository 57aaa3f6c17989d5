/** Tests of the package of the same name. */
@NullMarked
package org.commonweal.contribution.needs;

import org.jspecify.annotations.NullMarked;
