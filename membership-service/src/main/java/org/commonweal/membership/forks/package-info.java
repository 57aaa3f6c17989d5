/** What was prepared for another purpose, and who founds it: the origin of an alliance. */
@NullMarked
package org.commonweal.membership.forks;

import org.jspecify.annotations.NullMarked;
