/** What a gift is. */
@NullMarked
package org.commonweal.platform.test.conforming.domain;

import org.jspecify.annotations.NullMarked;
