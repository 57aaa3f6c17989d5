/** Whose signature a token bears: the provider's public keys, and how they are kept. */
@NullMarked
package org.commonweal.platform.keys;

import org.jspecify.annotations.NullMarked;
