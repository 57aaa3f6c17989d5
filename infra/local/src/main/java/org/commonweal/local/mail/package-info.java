/** Catches every mail that the platform sends on this machine and shows it on a page. */
@NullMarked
package org.commonweal.local.mail;

import org.jspecify.annotations.NullMarked;
