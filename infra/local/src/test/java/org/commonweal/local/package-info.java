@NullMarked
package org.commonweal.local;

import org.jspecify.annotations.NullMarked;
