/**
 * Which mail domains are a firm's: named, proved by a record of DNS or by mail, looked at again.
 */
@NullMarked
package org.commonweal.membership.maildomains;

import org.jspecify.annotations.NullMarked;
