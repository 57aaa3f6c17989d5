/** What we are held against, on the same machine in the same run. */
@NullMarked
package org.commonweal.bench.reference;

import org.jspecify.annotations.NullMarked;
