@NullMarked
package org.commonweal.recognition.pools;

import org.jspecify.annotations.NullMarked;
