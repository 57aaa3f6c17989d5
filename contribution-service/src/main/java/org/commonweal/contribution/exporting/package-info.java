/** A person takes along what they gave here. */
@NullMarked
package org.commonweal.contribution.exporting;

import org.jspecify.annotations.NullMarked;
