/** What a backup's file promises. */
@NullMarked
package org.commonweal.local.backup;

import org.jspecify.annotations.NullMarked;
