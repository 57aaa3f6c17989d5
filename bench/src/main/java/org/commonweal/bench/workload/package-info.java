/** One class per workload: its two sides and its words. */
@NullMarked
package org.commonweal.bench.workload;

import org.jspecify.annotations.NullMarked;
