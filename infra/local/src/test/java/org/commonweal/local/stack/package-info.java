/** Where the parts of an installation listen. */
@NullMarked
package org.commonweal.local.stack;

import org.jspecify.annotations.NullMarked;
