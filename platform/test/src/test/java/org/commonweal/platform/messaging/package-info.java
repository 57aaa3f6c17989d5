/** Tests of the package of the same name, which stand here because they need the real servers. */
@NullMarked
package org.commonweal.platform.messaging;

import org.jspecify.annotations.NullMarked;
