/** A contribution is live at once, and its clock for an answer starts. */
@NullMarked
package org.commonweal.contribution.submitting;

import org.jspecify.annotations.NullMarked;
