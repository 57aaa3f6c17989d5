/** What happened in the alliance, newest first, from all services. */
@NullMarked
package org.commonweal.contribution.activity;

import org.jspecify.annotations.NullMarked;
