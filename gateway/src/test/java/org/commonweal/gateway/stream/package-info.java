/** Tests of the live stream. */
@NullMarked
package org.commonweal.gateway.stream;

import org.jspecify.annotations.NullMarked;
