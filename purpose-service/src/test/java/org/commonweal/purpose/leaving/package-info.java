@NullMarked
package org.commonweal.purpose.leaving;

import org.jspecify.annotations.NullMarked;
