/** Keycloak as a child process: the distribution, built once, and a server on a directory. */
@NullMarked
package org.commonweal.keycloak;

import org.jspecify.annotations.NullMarked;
