@NullMarked
package org.commonweal.bench.load;

import org.jspecify.annotations.NullMarked;
