/** An elector leaves a ballot to the others. */
@NullMarked
package org.commonweal.purpose.recusing;

import org.jspecify.annotations.NullMarked;
