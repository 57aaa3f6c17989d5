/** Classes that break the rules, so that a rule which finds nothing shows. */
@NullMarked
package org.commonweal.gateway.offending;

import org.jspecify.annotations.NullMarked;
