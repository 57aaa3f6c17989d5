/** The decisions about contributions and their answers: plain Java, no input or output. */
@NullMarked
package org.commonweal.contribution.domain;

import org.jspecify.annotations.NullMarked;
