/** The feature of giving. */
@NullMarked
package org.commonweal.platform.test.conforming.giving;

import org.jspecify.annotations.NullMarked;
