/** The way in from outside: a front door with questions, applications and their answers. */
@NullMarked
package org.commonweal.membership.applying;

import org.jspecify.annotations.NullMarked;
