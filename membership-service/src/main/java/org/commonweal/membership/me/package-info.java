/** The person across alliances: the registry, and what awaits the person. */
@NullMarked
package org.commonweal.membership.me;

import org.jspecify.annotations.NullMarked;
