package org.commonweal.purpose.secretballot;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.commonweal.purpose.domain.Choice;

/** A vote and the token that allows it; nothing of who casts it. */
@Schema(name = "SecretVote")
record SecretVoteRequest(
        @Schema(description = "The 64 bytes that were signed, in base64url")
                @NotNull
                @Pattern(regexp = "[A-Za-z0-9_-]{86}")
                String token,
        @Schema(description = "The unblinded signature of them, in base64url")
                @NotNull
                @Pattern(regexp = "[A-Za-z0-9_-]{342}")
                String signature,
        @NotNull Choice choice) {

    Token signed() {
        return new Token(token, signature);
    }

    /** A record says all that it holds; this one says nothing, whatever it is written into. */
    @Override
    public String toString() {
        return "SecretVote";
    }
}
