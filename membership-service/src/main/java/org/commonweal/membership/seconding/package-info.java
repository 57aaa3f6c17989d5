/** A person's place at a second firm, beside the home firm: how it ends and who is told. */
@NullMarked
package org.commonweal.membership.seconding;

import org.jspecify.annotations.NullMarked;
