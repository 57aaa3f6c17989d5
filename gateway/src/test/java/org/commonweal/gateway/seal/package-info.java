/** Tests of sealed values. */
@NullMarked
package org.commonweal.gateway.seal;

import org.jspecify.annotations.NullMarked;
