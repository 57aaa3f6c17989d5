/**
 * Who has answered whom: this service's copy of it, by which the life cycle's gates are counted.
 */
@NullMarked
package org.commonweal.purpose.ties;

import org.jspecify.annotations.NullMarked;
