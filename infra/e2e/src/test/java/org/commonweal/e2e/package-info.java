/** The whole platform as a user starts it: through its gateway, in a browser, and killed. */
@NullMarked
package org.commonweal.e2e;

import org.jspecify.annotations.NullMarked;
