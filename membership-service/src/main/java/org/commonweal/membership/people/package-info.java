/** Who belongs: the directory. */
@NullMarked
package org.commonweal.membership.people;

import org.jspecify.annotations.NullMarked;
