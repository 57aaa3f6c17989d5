/** What every part tests itself with: the rules that hold everywhere, each proven to bite. */
@NullMarked
package org.commonweal.platform.test;

import org.jspecify.annotations.NullMarked;
