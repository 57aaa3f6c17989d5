@NullMarked
package org.commonweal.importer;

import org.jspecify.annotations.NullMarked;
