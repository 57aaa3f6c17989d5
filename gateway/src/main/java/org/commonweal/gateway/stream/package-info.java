/** The live stream: pointers to what changed, for those who may know, resumable without loss. */
@NullMarked
package org.commonweal.gateway.stream;

import org.jspecify.annotations.NullMarked;
