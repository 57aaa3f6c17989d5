package org.commonweal.purpose.secretballot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.commonweal.platform.keys.SealingKeys;
import tools.jackson.databind.json.JsonMapper;

/**
 * The box of one ballot. What lies in it is opaque without the box's secret, also to whoever sees
 * the rows, their order and their times: with the secret, all of that comes to mean nothing.
 */
final class Box {

    /** All votes look alike: an abstention is no longer than a yes. */
    private static final int SEALED_LENGTH = 256;

    private static final HexFormat HEX = HexFormat.of();

    private final String purpose;
    private final SealingKeys keys;

    Box(UUID ballot, byte[] secret) {
        purpose = "vote " + ballot;
        keys = new SealingKeys(HEX.formatHex(secret), List.of());
    }

    /**
     * Where a token's vote lies: always the same place, which tells nothing of the token.
     *
     * @param receipt of the token, in hexadecimal
     */
    byte[] slot(String receipt) {
        return keys.mark((purpose + ' ' + receipt).getBytes(UTF_8));
    }

    byte[] seal(SecretVote vote, JsonMapper json) {
        var written = json.writeValueAsBytes(vote);
        var padded = new byte[Math.ceilDiv(written.length, SEALED_LENGTH) * SEALED_LENGTH];
        Arrays.fill(padded, (byte) ' ');
        System.arraycopy(written, 0, padded, 0, written.length);
        return keys.seal(purpose, padded);
    }

    SecretVote open(byte[] sealed, JsonMapper json) {
        var padded =
                keys.open(purpose, sealed)
                        .orElseThrow(() -> new IllegalStateException("not of this box"));
        return json.readValue(padded, SecretVote.class);
    }
}
