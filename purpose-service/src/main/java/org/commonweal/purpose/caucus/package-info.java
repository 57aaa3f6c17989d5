/** People of one firm tell each other, and nobody else, what they think of an open ballot. */
@NullMarked
package org.commonweal.purpose.caucus;

import org.jspecify.annotations.NullMarked;
