/** Who is asked to answer hands that to a named person who may. */
@NullMarked
package org.commonweal.contribution.handing;

import org.jspecify.annotations.NullMarked;
