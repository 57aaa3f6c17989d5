/** Breaks: adapters are package-private. */
@NullMarked
package org.commonweal.platform.test.offending.visible.giving;

import org.jspecify.annotations.NullMarked;
