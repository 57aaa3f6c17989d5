@NullMarked
package org.commonweal.purpose.proxies;

import org.jspecify.annotations.NullMarked;
