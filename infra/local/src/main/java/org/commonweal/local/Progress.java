package org.commonweal.local;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/** One line for each thing that is done, with the time it took. */
final class Progress {

    private Progress() {}

    static void line(String name, String what, Duration time) {
        System.out.println(
                String.format(
                        Locale.ROOT, "  %-20s %-9s %6.1f s", name, what, time.toMillis() / 1000.0));
    }

    /** The line of the work, when it is done. */
    static <T> T timed(String name, String what, Supplier<T> work) {
        var begun = System.nanoTime();
        var result = work.get();
        line(name, what, Duration.ofNanos(System.nanoTime() - begun));
        return result;
    }

    /** The same, for work that gives nothing back. */
    static void timed(String name, String what, Runnable work) {
        timed(
                name,
                what,
                () -> {
                    work.run();
                    return name;
                });
    }
}
