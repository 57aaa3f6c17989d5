/** Scoped database access, the journal, the inbox, consumers, clocks: mechanism without meaning. */
@NullMarked
package org.commonweal.platform.messaging;

import org.jspecify.annotations.NullMarked;
