/** Reading ballots: what is asked, what it takes, how the firms stand. */
@NullMarked
package org.commonweal.purpose.proposals;

import org.jspecify.annotations.NullMarked;
