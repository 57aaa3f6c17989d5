package org.commonweal.purpose.secretballot;

import java.util.Base64;

/** Bytes as they travel in JSON (RFC 4648, 5), without padding. */
final class Base64Url {

    private Base64Url() {}

    static String of(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
