/** How thick the we is: answers from other organizations, their delay, and the spread of work. */
@NullMarked
package org.commonweal.recognition.health;

import org.jspecify.annotations.NullMarked;
