/** A thank-you from one member to another, for one contribution. */
@NullMarked
package org.commonweal.recognition.thanking;

import org.jspecify.annotations.NullMarked;
