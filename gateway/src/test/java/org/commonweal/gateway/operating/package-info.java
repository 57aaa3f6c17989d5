/** What the gateway tells its operator, and how it ends. */
@NullMarked
package org.commonweal.gateway.operating;

import org.jspecify.annotations.NullMarked;
