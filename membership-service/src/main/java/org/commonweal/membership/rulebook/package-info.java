/**
 * This service's copy of the rulebook: who decides who belongs, and how many offices a firm has.
 */
@NullMarked
package org.commonweal.membership.rulebook;

import org.jspecify.annotations.NullMarked;
