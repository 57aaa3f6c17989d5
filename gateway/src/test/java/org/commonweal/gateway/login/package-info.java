/** Tests of login, sessions and tokens. */
@NullMarked
package org.commonweal.gateway.login;

import org.jspecify.annotations.NullMarked;
