package org.commonweal.platform.web;

import java.util.regex.Pattern;

/** The version from which a client changes something: the ETag that it has read, weak or not. */
public final class IfMatch {

    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

    private IfMatch() {}

    /**
     * The version.
     *
     * @param what it is, in words, such as {@code the version of the purpose}
     * @throws RefusedException 400 when the header is no ETag of ours
     */
    public static long version(String ifMatch, String what) {
        var version = ETAG.matcher(ifMatch);
        if (!version.matches()) {
            throw new RefusedException(
                    Problems.unreadable(
                            "If-Match is " + what + " as you have read it, e.g. \"3\"."));
        }
        return Long.parseLong(version.group(1));
    }
}
