/** Lists, single contributions, and the search in titles. */
@NullMarked
package org.commonweal.contribution.reading;

import org.jspecify.annotations.NullMarked;
