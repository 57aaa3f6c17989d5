/** All that cannot be derived, in one file: the databases and the marks of an installation. */
@NullMarked
package org.commonweal.local.backup;

import org.jspecify.annotations.NullMarked;
