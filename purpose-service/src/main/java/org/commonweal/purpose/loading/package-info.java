/** What load queries share: they begin at the caller's standing, and read rows as values. */
@NullMarked
package org.commonweal.purpose.loading;

import org.jspecify.annotations.NullMarked;
