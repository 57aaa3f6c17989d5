package org.commonweal.membership.maildomains;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** Codes that nobody can guess. */
@Component
class MailCodes {

    private static final int CODE_BYTES = 32;

    private final RandomGenerator chance;

    MailCodes(RandomGenerator chance) {
        this.chance = chance;
    }

    Code make() {
        var bytes = new byte[CODE_BYTES];
        chance.nextBytes(bytes);
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return new Code(text, hash(text));
    }

    /** In hexadecimal. */
    static String hash(String code) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(code.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    record Code(String text, String hash) {}
}
