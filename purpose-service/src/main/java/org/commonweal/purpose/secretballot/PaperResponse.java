package org.commonweal.purpose.secretballot;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The blind signature, which only who blinded the message can make use of.
 *
 * @param signature in base64url
 */
@Schema(name = "SignedPaper")
record PaperResponse(String signature) {}
