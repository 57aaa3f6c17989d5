@NullMarked
package org.commonweal.bench.reference;

import org.jspecify.annotations.NullMarked;
