@NullMarked
package org.commonweal.bench.measure;

import org.jspecify.annotations.NullMarked;
