/** What the service itself asks of those who take part by mail alone. */
@NullMarked
package org.commonweal.membership.asking;

import org.jspecify.annotations.NullMarked;
