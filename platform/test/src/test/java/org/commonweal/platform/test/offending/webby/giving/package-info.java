/** Breaks: only controllers see the web. */
@NullMarked
package org.commonweal.platform.test.offending.webby.giving;

import org.jspecify.annotations.NullMarked;
