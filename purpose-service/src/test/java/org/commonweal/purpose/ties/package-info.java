/** Tests of the package of the same name. */
@NullMarked
package org.commonweal.purpose.ties;

import org.jspecify.annotations.NullMarked;
