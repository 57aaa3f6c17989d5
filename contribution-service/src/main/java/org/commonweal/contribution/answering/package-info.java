/** A named person of another firm acknowledges or, with a reason, declines. */
@NullMarked
package org.commonweal.contribution.answering;

import org.jspecify.annotations.NullMarked;
