/** Somebody who was asked to answer has left: somebody else is asked at once. */
@NullMarked
package org.commonweal.contribution.replacing;

import org.jspecify.annotations.NullMarked;
