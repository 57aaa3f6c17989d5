/** Brings a history into an alliance of its own, through the same API that every client has. */
@NullMarked
package org.commonweal.importer;

import org.jspecify.annotations.NullMarked;
