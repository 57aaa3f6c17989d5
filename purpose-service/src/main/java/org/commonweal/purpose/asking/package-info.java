/** What is needed of the delegates: asked, and taken back, as they come and go. */
@NullMarked
package org.commonweal.purpose.asking;

import org.jspecify.annotations.NullMarked;
