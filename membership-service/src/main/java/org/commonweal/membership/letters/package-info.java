/**
 * What a mailed invitation opens for whoever has the mail, without a login: to read, to decline.
 */
@NullMarked
package org.commonweal.membership.letters;

import org.jspecify.annotations.NullMarked;
