/** Tests of several gateways that share a Valkey. */
@NullMarked
package org.commonweal.gateway.cluster;

import org.jspecify.annotations.NullMarked;
