package org.commonweal.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One at a time on this machine, by a file that is never deleted: who had opened one that is no
 * longer there would wait for nobody.
 */
public final class MachineLock {

    private MachineLock() {}

    /** What is done meanwhile. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws IOException;
    }

    /** A file's lock is the process's, so its threads take turns before. */
    public static synchronized <T> T holding(Path file, Work<T> work) throws IOException {
        try (var channel =
                        FileChannel.open(
                                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            return work.run();
        }
    }
}
