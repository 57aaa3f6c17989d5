/** Which service answers, within which limits, and what it may see of the request. */
@NullMarked
package org.commonweal.gateway.routing;

import org.jspecify.annotations.NullMarked;
