/** Closing a ballot by the database clock and counting it. */
@NullMarked
package org.commonweal.purpose.closing;

import org.jspecify.annotations.NullMarked;
