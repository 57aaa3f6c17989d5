/** Values handed to others that only this gateway can read or change. */
@NullMarked
package org.commonweal.gateway.seal;

import org.jspecify.annotations.NullMarked;
