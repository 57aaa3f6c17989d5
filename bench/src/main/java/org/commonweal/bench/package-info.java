/** Speed, as ratios against a named reference in the same run. */
@NullMarked
package org.commonweal.bench;

import org.jspecify.annotations.NullMarked;
