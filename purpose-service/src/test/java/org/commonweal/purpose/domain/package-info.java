/** Decisions, on plain values. */
@NullMarked
package org.commonweal.purpose.domain;

import org.jspecify.annotations.NullMarked;
