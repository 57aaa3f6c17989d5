/** What a run leaves behind. */
@NullMarked
package org.commonweal.bench.report;

import org.jspecify.annotations.NullMarked;
