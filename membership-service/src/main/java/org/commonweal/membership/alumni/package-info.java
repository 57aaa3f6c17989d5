/** Former members who stay in touch, by mutual consent. */
@NullMarked
package org.commonweal.membership.alumni;

import org.jspecify.annotations.NullMarked;
