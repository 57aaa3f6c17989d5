/**
 * What every answer has in common: problem details, headers, the client's files, the API document.
 */
@NullMarked
package org.commonweal.gateway.web;

import org.jspecify.annotations.NullMarked;
