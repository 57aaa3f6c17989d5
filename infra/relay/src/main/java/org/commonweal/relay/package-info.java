/** Reads the journals from the write-ahead log and publishes them; decides nothing. */
@NullMarked
package org.commonweal.relay;

import org.jspecify.annotations.NullMarked;
