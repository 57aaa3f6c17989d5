/** The service as a whole: on real servers, over HTTP, and against its contracts. */
@NullMarked
package org.commonweal.purpose;

import org.jspecify.annotations.NullMarked;
