package org.commonweal.platform.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.json.JsonMapper;

/** What a command asked, in 32 bytes: the same id with the same hash gives the same answer. */
public final class RequestHash {

    private final JsonMapper json;

    public RequestHash(JsonMapper json) {
        this.json = json;
    }

    /**
     * SHA-256, in hexadecimal, of the operation, who asked, and the body as it was understood.
     *
     * @param operation a stable name, with the ids of the path where they matter
     */
    public String of(String operation, Caller caller, Object body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(operation.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(caller.issuer().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(caller.subject().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(json.writeValueAsBytes(body)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
