/** This service's copy of what membership-service says about an alliance. */
@NullMarked
package org.commonweal.purpose.alliances;

import org.jspecify.annotations.NullMarked;
