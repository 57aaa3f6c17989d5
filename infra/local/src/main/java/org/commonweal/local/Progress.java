package org.commonweal.local;

import java.time.Duration;
import java.util.Locale;

/** One line for each thing that is done, with the time it took. */
final class Progress {

    private Progress() {}

    static void line(String name, String what, Duration time) {
        System.out.println(
                String.format(
                        Locale.ROOT, "  %-20s %-9s %6.1f s", name, what, time.toMillis() / 1000.0));
    }
}
