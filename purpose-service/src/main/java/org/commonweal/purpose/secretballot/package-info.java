/** Ballots whose votes nobody can link to their voters: keys, tokens and the box. */
@NullMarked
package org.commonweal.purpose.secretballot;

import org.jspecify.annotations.NullMarked;
