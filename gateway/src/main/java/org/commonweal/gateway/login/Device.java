package org.commonweal.gateway.login;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody logged in with, as far as its owner needs it to know it again. Of what the browser
 * says of itself nothing else is kept.
 */
record Device(@Nullable String browser, @Nullable String system) {

    /** In this order: every browser says that it is like others, the later ones in this list. */
    private static final List<Known> BROWSERS =
            List.of(
                    new Known("Edg", "Edge"),
                    new Known("OPR/", "Opera"),
                    new Known("SamsungBrowser/", "Samsung Internet"),
                    new Known("Firefox/", "Firefox"),
                    new Known("FxiOS/", "Firefox"),
                    new Known("CriOS/", "Chrome"),
                    new Known("Chrome/", "Chrome"),
                    new Known("Safari/", "Safari"));

    private static final List<Known> SYSTEMS =
            List.of(
                    new Known("iPhone", "iPhone"),
                    new Known("iPad", "iPad"),
                    new Known("Android", "Android"),
                    new Known("Windows", "Windows"),
                    new Known("CrOS", "ChromeOS"),
                    new Known("Mac OS X", "macOS"),
                    new Known("Linux", "Linux"));

    static Device of(@Nullable String userAgent) {
        return new Device(first(BROWSERS, userAgent), first(SYSTEMS, userAgent));
    }

    private static @Nullable String first(List<Known> known, @Nullable String userAgent) {
        for (Known each : known) {
            if (userAgent != null && userAgent.contains(each.sign())) {
                return each.name();
            }
        }
        return null;
    }

    private record Known(String sign, String name) {}
}
