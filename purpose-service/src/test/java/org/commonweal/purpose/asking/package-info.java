/** What asking the delegates reads of others' facts. */
@NullMarked
package org.commonweal.purpose.asking;

import org.jspecify.annotations.NullMarked;
