/** Tests of the package of the same name. */
@NullMarked
package org.commonweal.contribution.domain;

import org.jspecify.annotations.NullMarked;
