@NullMarked
package org.commonweal.recognition.crediting;

import org.jspecify.annotations.NullMarked;
