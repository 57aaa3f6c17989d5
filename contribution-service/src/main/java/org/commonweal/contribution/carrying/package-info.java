/** Authors bring their own along from the alliance that this one came from. */
@NullMarked
package org.commonweal.contribution.carrying;

import org.jspecify.annotations.NullMarked;
