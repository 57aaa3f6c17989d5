/** Our copies of other services' facts: alliances and goals. */
@NullMarked
package org.commonweal.contribution.copies;

import org.jspecify.annotations.NullMarked;
