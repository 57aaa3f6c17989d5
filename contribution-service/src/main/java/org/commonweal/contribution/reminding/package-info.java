/** The clock of an unanswered contribution: it reminds, then asks every other firm. */
@NullMarked
package org.commonweal.contribution.reminding;

import org.jspecify.annotations.NullMarked;
