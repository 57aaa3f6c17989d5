/** Tests of routes and limits. */
@NullMarked
package org.commonweal.gateway.routing;

import org.jspecify.annotations.NullMarked;
