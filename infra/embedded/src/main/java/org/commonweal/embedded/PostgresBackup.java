package org.commonweal.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * A copy of all of a server's databases while it serves: the server's own base backup, with the log
 * that it needs to become whole. A server started on it knows all that was committed until the
 * backup ended, and has no replication slots.
 */
public final class PostgresBackup {

    /** The data directory. */
    public static final String DATA = "base.tar.gz";

    /** The server's list of all files with their checksums, written last. */
    public static final String MANIFEST = "backup_manifest";

    private static final String COPY_NOT_SUPPORTED = "0A000";

    private PostgresBackup() {}

    /** Has the server write the two files into a new directory of this machine. */
    public static void take(PostgresAddress server, Path directory) {
        var options = new Properties();
        options.put("user", PostgresServer.SUPERUSER);
        options.put("password", PostgresServer.SUPERUSER);
        options.put("replication", "true");
        options.put("preferQueryMode", "simple");
        options.put("assumeMinServerVersion", "18");
        try (var connection =
                        DriverManager.getConnection(
                                server.jdbcUrl(PostgresServer.SUPERUSER), options);
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    BASE_BACKUP ( LABEL 'commonweal', TARGET 'server', TARGET_DETAIL '%s',
                        CHECKPOINT 'fast', WAL true, MANIFEST 'yes',
                        COMPRESSION 'gzip', COMPRESSION_DETAIL 'level=1' )
                    """
                            .formatted(directory.toAbsolutePath().toString().replace("'", "''")));
        } catch (SQLException e) {
            // The files are the server's to write; the driver only cannot read its report on them.
            if (!COPY_NOT_SUPPORTED.equals(e.getSQLState()) || e.getNextException() != null) {
                throw new ServerFailedException(
                        "PostgreSQL does not back up: " + e.getMessage(), e);
            }
        }
        if (!Files.exists(directory.resolve(MANIFEST))) {
            throw new ServerFailedException("PostgreSQL ended its backup early: " + directory);
        }
    }

    /** Makes a data directory of {@link #DATA}, for a server to start on. */
    public static void unpack(InputStream data, Path dataDir) {
        try {
            Files.createDirectories(
                    dataDir,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            // To root, who starts the server, it would give the files of strangers otherwise.
            var tar =
                    new ProcessBuilder("tar", "-xz", "--no-same-owner", "-C", dataDir.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            try (var to = tar.getOutputStream()) {
                data.transferTo(to);
            }
            if (tar.onExit().join().exitValue() != 0) {
                throw new IOException("tar could not unpack it");
            }
        } catch (IOException e) {
            throw new ServerFailedException("The backup cannot be unpacked into " + dataDir, e);
        }
    }
}
