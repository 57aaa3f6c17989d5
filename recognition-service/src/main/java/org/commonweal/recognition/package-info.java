/** Who is owed thanks, what the group has gained, and how an alliance answers its members' work. */
@NullMarked
package org.commonweal.recognition;

import org.jspecify.annotations.NullMarked;
