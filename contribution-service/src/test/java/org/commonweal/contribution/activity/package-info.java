/** Tests of the package of the same name. */
@NullMarked
package org.commonweal.contribution.activity;

import org.jspecify.annotations.NullMarked;
