@NullMarked
package org.commonweal.membership.forks;

import org.jspecify.annotations.NullMarked;
