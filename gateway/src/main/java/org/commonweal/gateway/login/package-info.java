/**
 * Who is calling: browser sessions kept here, bearer tokens checked here, tokens never in the
 * browser.
 */
@NullMarked
package org.commonweal.gateway.login;

import org.jspecify.annotations.NullMarked;
