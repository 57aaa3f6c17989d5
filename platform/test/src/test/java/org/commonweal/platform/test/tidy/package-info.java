/** What the compiler and the formatter do not see: the repository as a tidy place. */
@NullMarked
package org.commonweal.platform.test.tidy;

import org.jspecify.annotations.NullMarked;
