/**
 * A provider, services and a browser to test against; real HTTP, nothing faked inside the gateway.
 */
@NullMarked
package org.commonweal.gateway.test;

import org.jspecify.annotations.NullMarked;
