package org.commonweal.purpose.secretballot;

import java.util.Base64;

/**
 * What a voter brings instead of a name: 64 bytes of chance, and a key's signature of them.
 *
 * <p>The first 32 bytes are the prefix that RFC 9474 asks for (4.1), the others the message.
 */
final class Token {

    static final int BYTES = 64;

    private final byte[] message;
    private final byte[] signature;

    /** Both in base64url without padding, as the request's pattern has checked. */
    Token(String message, String signature) {
        this.message = Base64.getUrlDecoder().decode(message);
        this.signature = Base64.getUrlDecoder().decode(signature);
    }

    boolean isSignedBy(TokenKey key) {
        return message.length == BYTES && key.verifies(message, signature);
    }

    /** SHA-256 in hexadecimal: the token's name on the list that is published. */
    String receipt() {
        return Sha256.of(message);
    }
}
