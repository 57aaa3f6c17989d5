@NullMarked
package org.commonweal.purpose.executing;

import org.jspecify.annotations.NullMarked;
