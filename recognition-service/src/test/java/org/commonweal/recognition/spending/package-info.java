@NullMarked
package org.commonweal.recognition.spending;

import org.jspecify.annotations.NullMarked;
