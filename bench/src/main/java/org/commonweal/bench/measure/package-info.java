/** What is counted beside the clock, and how two sides become one ratio. */
@NullMarked
package org.commonweal.bench.measure;

import org.jspecify.annotations.NullMarked;
