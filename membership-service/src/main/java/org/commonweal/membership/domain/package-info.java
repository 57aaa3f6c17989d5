/** What is decided about membership, without any I/O. */
@NullMarked
package org.commonweal.membership.domain;

import org.jspecify.annotations.NullMarked;
