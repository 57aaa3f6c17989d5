/** What is decided here: who is credited, with what, and what a thank-you must be. */
@NullMarked
package org.commonweal.recognition.domain;

import org.jspecify.annotations.NullMarked;
