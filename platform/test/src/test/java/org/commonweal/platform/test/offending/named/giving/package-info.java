/** Breaks: names say what. */
@NullMarked
package org.commonweal.platform.test.offending.named.giving;

import org.jspecify.annotations.NullMarked;
