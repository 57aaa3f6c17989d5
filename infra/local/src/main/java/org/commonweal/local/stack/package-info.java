/** What the platform consists of on one machine, and what must run before what. */
@NullMarked
package org.commonweal.local.stack;

import org.jspecify.annotations.NullMarked;
