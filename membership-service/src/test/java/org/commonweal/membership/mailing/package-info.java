/** The texts of mails, in each language. */
@NullMarked
package org.commonweal.membership.mailing;

import org.jspecify.annotations.NullMarked;
