/** Tests of the package of the same name. */
@NullMarked
package org.commonweal.contribution.replacing;

import org.jspecify.annotations.NullMarked;
