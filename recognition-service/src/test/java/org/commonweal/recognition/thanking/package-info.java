@NullMarked
package org.commonweal.recognition.thanking;

import org.jspecify.annotations.NullMarked;
