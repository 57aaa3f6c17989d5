/** Tests of the provider's keys. */
@NullMarked
package org.commonweal.platform.keys;

import org.jspecify.annotations.NullMarked;
