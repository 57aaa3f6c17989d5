/** Servers that the tests of one build share, and databases that they do not. */
@NullMarked
package org.commonweal.embedded.test;

import org.jspecify.annotations.NullMarked;
