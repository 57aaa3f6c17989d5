/** What members accept in person: versions, what changed, and from when on they are required. */
@NullMarked
package org.commonweal.membership.agreements;

import org.jspecify.annotations.NullMarked;
