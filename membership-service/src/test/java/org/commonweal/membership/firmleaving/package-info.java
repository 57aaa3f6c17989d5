@NullMarked
package org.commonweal.membership.firmleaving;

import org.jspecify.annotations.NullMarked;
