@NullMarked
package org.commonweal.recognition.erasing;

import org.jspecify.annotations.NullMarked;
