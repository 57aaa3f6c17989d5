@NullMarked
package org.commonweal.recognition.domain;

import org.jspecify.annotations.NullMarked;
