package org.commonweal.gateway.login;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Where a login leads back to: a page of our own client and nothing else, or its front page. */
record ReturnPath(String value) {

    static final ReturnPath HOME = new ReturnPath("/");

    private static final int LENGTH_MAX = 512;

    ReturnPath {
        if (!isLocalPage(value)) {
            throw new IllegalArgumentException("not a page of ours: " + value);
        }
    }

    /** The page asked for if it is one of ours; the front page otherwise. */
    static ReturnPath orHome(@Nullable String asked) {
        return asked != null && isLocalPage(asked) ? new ReturnPath(asked) : HOME;
    }

    URI uri() {
        return URI.create(value);
    }

    private static boolean isLocalPage(String path) {
        // A browser reads "//host" and "/\host" as another host; URI refuses backslashes and
        // control characters altogether.
        if (!path.startsWith("/") || path.startsWith("//") || path.length() > LENGTH_MAX) {
            return false;
        }
        try {
            URI uri = new URI(path);
            return uri.getScheme() == null
                    && uri.getRawAuthority() == null
                    && uri.normalize().getRawPath().equals(uri.getRawPath());
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
