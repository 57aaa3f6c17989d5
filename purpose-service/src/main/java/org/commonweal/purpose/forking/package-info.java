/** Another purpose is another community: prepared here, founded by its founder alone, from zero. */
@NullMarked
package org.commonweal.purpose.forking;

import org.jspecify.annotations.NullMarked;
