package org.commonweal.purpose.secretballot;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What a vote is known by on the list after the close; the voter can work it out alone.
 *
 * @param receipt the hash of the token
 */
@Schema(name = "Receipt")
record ReceiptResponse(String receipt) {}
