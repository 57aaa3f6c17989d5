/**
 * Whose signature a token bears: the provider's public keys, and how they are kept; and the
 * operator's own, under which values are sealed.
 */
@NullMarked
package org.commonweal.platform.keys;

import org.jspecify.annotations.NullMarked;
