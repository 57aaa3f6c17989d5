package org.commonweal.purpose.secretballot;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;

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
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
