/** The gateway's start; every feature has a package of its own and none knows a business rule. */
@NullMarked
package org.commonweal.gateway;

import org.jspecify.annotations.NullMarked;
