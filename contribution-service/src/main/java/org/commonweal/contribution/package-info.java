/** What was given, who answered it, and what is needed of whom. */
@NullMarked
package org.commonweal.contribution;

import org.jspecify.annotations.NullMarked;
