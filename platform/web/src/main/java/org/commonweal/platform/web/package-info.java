/** What every service's edge has: callers, problem details, cursors, security. */
@NullMarked
package org.commonweal.platform.web;

import org.jspecify.annotations.NullMarked;
