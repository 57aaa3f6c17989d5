/** The supervisor behind ./commonweal: the whole platform as child processes on one machine. */
@NullMarked
package org.commonweal.local;

import org.jspecify.annotations.NullMarked;
