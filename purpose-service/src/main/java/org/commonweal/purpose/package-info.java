/** The purpose of an alliance, how it is ratified, and the goals below it. */
@NullMarked
package org.commonweal.purpose;

import org.jspecify.annotations.NullMarked;
