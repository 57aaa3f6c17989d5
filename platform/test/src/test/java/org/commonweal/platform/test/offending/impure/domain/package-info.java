/** Breaks: domain is pure. */
@NullMarked
package org.commonweal.platform.test.offending.impure.domain;

import org.jspecify.annotations.NullMarked;
