/** Tests of what every answer has in common. */
@NullMarked
package org.commonweal.gateway.web;

import org.jspecify.annotations.NullMarked;
