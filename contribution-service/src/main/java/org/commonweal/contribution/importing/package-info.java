/** The history of an alliance, line by line. */
@NullMarked
package org.commonweal.contribution.importing;

import org.jspecify.annotations.NullMarked;
