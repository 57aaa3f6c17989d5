@NullMarked
package org.commonweal.purpose.deputies;

import org.jspecify.annotations.NullMarked;
