package org.commonweal.bench.measure;

import java.util.List;
import java.util.regex.Pattern;
import org.commonweal.embedded.ServerProcess;

/** What a process has sent to a port of this machine. */
public final class Sockets {

    private static final Pattern SENT = Pattern.compile("data_segs_out:(\\d+)");

    private Sockets() {}

    /**
     * Segments with data that the process has sent over its open connections. Where each message
     * fits one segment, which loopback's 64 KiB allows, and waits for its answer, this counts
     * exchanges. Source: {@code ss -tinp}.
     */
    public static long sent(long pid, int port) {
        var lines = ServerProcess.run(List.of("ss", "-Htinp", "dport", "=", ":" + port));
        var count = 0L;
        var own = false;
        for (var line : lines.lines().toList()) {
            if (!Character.isWhitespace(line.charAt(0))) {
                own = line.contains("pid=" + pid + ",");
            }
            if (own) {
                count +=
                        SENT.matcher(line)
                                .results()
                                .mapToLong(m -> Long.parseLong(m.group(1)))
                                .sum();
            }
        }
        return count;
    }
}
