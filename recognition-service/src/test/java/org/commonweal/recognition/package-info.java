@NullMarked
package org.commonweal.recognition;

import org.jspecify.annotations.NullMarked;
