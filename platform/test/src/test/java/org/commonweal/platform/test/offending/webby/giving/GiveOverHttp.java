package org.commonweal.platform.test.offending.webby.giving;

import org.springframework.http.ResponseEntity;

/** A use case that answers HTTP itself. */
class GiveOverHttp {
    ResponseEntity<String> handle() {
        return ResponseEntity.ok("given");
    }
}
