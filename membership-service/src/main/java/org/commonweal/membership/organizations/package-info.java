/** The organizations of an alliance. */
@NullMarked
package org.commonweal.membership.organizations;

import org.jspecify.annotations.NullMarked;
