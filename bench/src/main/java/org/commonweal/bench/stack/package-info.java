/** The platform that is measured, and the people who use it. */
@NullMarked
package org.commonweal.bench.stack;

import org.jspecify.annotations.NullMarked;
