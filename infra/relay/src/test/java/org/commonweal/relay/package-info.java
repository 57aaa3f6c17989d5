/** The relay on real servers, also while they are killed. */
@NullMarked
package org.commonweal.relay;

import org.jspecify.annotations.NullMarked;
