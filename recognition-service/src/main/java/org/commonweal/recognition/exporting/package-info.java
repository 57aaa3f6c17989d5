/** A person takes along what they gave here. */
@NullMarked
package org.commonweal.recognition.exporting;

import org.jspecify.annotations.NullMarked;
