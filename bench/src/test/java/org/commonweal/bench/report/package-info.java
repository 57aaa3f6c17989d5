@NullMarked
package org.commonweal.bench.report;

import org.jspecify.annotations.NullMarked;
