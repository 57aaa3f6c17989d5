/** What the gateways of a cluster keep together, in Valkey: sessions, whose turn it is, limits. */
@NullMarked
package org.commonweal.gateway.cluster;

import org.jspecify.annotations.NullMarked;
