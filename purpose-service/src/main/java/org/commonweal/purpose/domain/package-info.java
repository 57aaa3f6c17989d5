/** Decisions about purposes, ballots and goals; plain Java without I/O. */
@NullMarked
package org.commonweal.purpose.domain;

import org.jspecify.annotations.NullMarked;
