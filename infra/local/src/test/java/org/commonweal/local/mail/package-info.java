@NullMarked
package org.commonweal.local.mail;

import org.jspecify.annotations.NullMarked;
