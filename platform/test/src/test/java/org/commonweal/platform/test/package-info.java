/** The rules against what must pass them and what must not. */
@NullMarked
package org.commonweal.platform.test;

import org.jspecify.annotations.NullMarked;
