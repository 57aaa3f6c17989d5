/**
 * The invented alliance that a new installation shows: its firms, people, realms and first acts.
 */
@NullMarked
package org.commonweal.local.demo;

import org.jspecify.annotations.NullMarked;
