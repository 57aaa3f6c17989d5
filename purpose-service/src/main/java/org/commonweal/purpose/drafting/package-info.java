/** Writing a purpose together until it is put to the vote, and reading it. */
@NullMarked
package org.commonweal.purpose.drafting;

import org.jspecify.annotations.NullMarked;
