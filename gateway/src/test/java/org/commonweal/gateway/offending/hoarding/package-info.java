/** Knows Valkey, outside the cluster. */
@NullMarked
package org.commonweal.gateway.offending.hoarding;

import org.jspecify.annotations.NullMarked;
