@NullMarked
package org.commonweal.local.demo;

import org.jspecify.annotations.NullMarked;
