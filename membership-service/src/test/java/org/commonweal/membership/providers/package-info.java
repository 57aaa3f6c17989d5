/** How the secrets of firms' own providers are kept. */
@NullMarked
package org.commonweal.membership.providers;

import org.jspecify.annotations.NullMarked;
