/** Pools pay by decisions of the members: each once, or refused with the reason. */
@NullMarked
package org.commonweal.recognition.spending;

import org.jspecify.annotations.NullMarked;
