/** What becomes of open ballots and goals when people or firms leave. */
@NullMarked
package org.commonweal.purpose.leaving;

import org.jspecify.annotations.NullMarked;
