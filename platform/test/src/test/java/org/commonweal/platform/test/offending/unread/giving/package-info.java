/** Breaks: only plural nouns see SQL. */
@NullMarked
package org.commonweal.platform.test.offending.unread.giving;

import org.jspecify.annotations.NullMarked;
