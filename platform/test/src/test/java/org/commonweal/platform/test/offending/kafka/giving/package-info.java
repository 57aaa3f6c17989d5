/** Breaks: only consumers see Kafka. */
@NullMarked
package org.commonweal.platform.test.offending.kafka.giving;

import org.jspecify.annotations.NullMarked;
