/** What an operator looks at, held to what the parts really tell. */
@NullMarked
package org.commonweal.platform.test.observing;

import org.jspecify.annotations.NullMarked;
