/** Tests of the package of the same name. */
@NullMarked
package org.commonweal.membership.domain;

import org.jspecify.annotations.NullMarked;
