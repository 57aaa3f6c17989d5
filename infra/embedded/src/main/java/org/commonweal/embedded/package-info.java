/** The real servers, as child processes on loopback: what an operator runs, without Docker. */
@NullMarked
package org.commonweal.embedded;

import org.jspecify.annotations.NullMarked;
