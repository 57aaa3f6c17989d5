/** Putting a purpose to the vote over a frozen electorate. */
@NullMarked
package org.commonweal.purpose.proposing;

import org.jspecify.annotations.NullMarked;
