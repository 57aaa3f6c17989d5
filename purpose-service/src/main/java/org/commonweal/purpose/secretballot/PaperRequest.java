package org.commonweal.purpose.secretballot;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Base64;

/** What is to be signed without being read. */
@Schema(name = "BlindedPaper")
record PaperRequest(
        @Schema(
                        description =
                                "The blinded message of RFC 9474 for the key of my weight, as long as its"
                                        + " modulus, in base64url")
                @NotNull
                @Pattern(regexp = "[A-Za-z0-9_-]{342}")
                String blinded) {

    byte[] bytes() {
        return Base64.getUrlDecoder().decode(blinded);
    }

    /** SHA-256 in hexadecimal: by it a repeated request is known, and no paper. */
    String hash() {
        return Sha256.of(bytes());
    }
}
