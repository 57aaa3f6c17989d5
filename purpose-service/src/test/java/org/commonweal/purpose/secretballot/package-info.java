@NullMarked
package org.commonweal.purpose.secretballot;

import org.jspecify.annotations.NullMarked;
