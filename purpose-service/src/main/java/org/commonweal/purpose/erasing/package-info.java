/** A person's own words go when the person is erased. */
@NullMarked
package org.commonweal.purpose.erasing;

import org.jspecify.annotations.NullMarked;
