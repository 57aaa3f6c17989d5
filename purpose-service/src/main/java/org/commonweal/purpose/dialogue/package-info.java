/** A proposal before its vote: it is talked about, and over when nothing comes of it. */
@NullMarked
package org.commonweal.purpose.dialogue;

import org.jspecify.annotations.NullMarked;
