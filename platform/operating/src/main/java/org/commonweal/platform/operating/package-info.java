/** What every part has for its operator: health, an orderly end, refusals counted, traces. */
@NullMarked
package org.commonweal.platform.operating;

import org.jspecify.annotations.NullMarked;
