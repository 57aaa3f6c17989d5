/** A person takes along what they gave here. */
@NullMarked
package org.commonweal.purpose.exporting;

import org.jspecify.annotations.NullMarked;
