@NullMarked
package org.commonweal.local.supervisor;

import org.jspecify.annotations.NullMarked;
