/** The shared servers and the databases on them. */
@NullMarked
package org.commonweal.embedded.test;

import org.jspecify.annotations.NullMarked;
