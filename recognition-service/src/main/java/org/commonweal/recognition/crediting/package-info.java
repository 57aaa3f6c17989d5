/** The author is credited at once and the group with them, in balanced double entries. */
@NullMarked
package org.commonweal.recognition.crediting;

import org.jspecify.annotations.NullMarked;
