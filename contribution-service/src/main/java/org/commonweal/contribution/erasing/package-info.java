/** A person's own words go when the person is erased. */
@NullMarked
package org.commonweal.contribution.erasing;

import org.jspecify.annotations.NullMarked;
