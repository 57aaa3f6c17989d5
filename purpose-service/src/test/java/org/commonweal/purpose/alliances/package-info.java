/** Tests of the package of the same name. */
@NullMarked
package org.commonweal.purpose.alliances;

import org.jspecify.annotations.NullMarked;
