/** Firms' identity providers in Keycloak: what is wanted is written there, again and again. */
@NullMarked
package org.commonweal.platform.brokering;

import org.jspecify.annotations.NullMarked;
