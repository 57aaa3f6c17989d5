/** People and organizations of an imported history. */
@NullMarked
package org.commonweal.membership.history;

import org.jspecify.annotations.NullMarked;
