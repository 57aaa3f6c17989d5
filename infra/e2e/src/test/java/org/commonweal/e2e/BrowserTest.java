package org.commonweal.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The client in a real Chromium, by the specs of {@code web/e2e}. */
@ExtendWith({Platform.Extension.class, NineteenFirms.Extension.class})
@ResourceLock("the people of the nineteen firms")
class BrowserTest {

    private static final long MINUTES_MAX = 20;

    @Test
    void people_walk_the_paths_in_their_browsers(Platform platform, NineteenFirms firms)
            throws IOException, InterruptedException {
        var chromium =
                Path.of(Objects.requireNonNullElse(System.getenv("CHROMIUM"), "/usr/bin/chromium"));
        assumeTrue(
                Files.isExecutable(chromium),
                "no browser test: install chromium, or name one in CHROMIUM");
        var said = Path.of("target/playwright.txt").toAbsolutePath();
        var command =
                new ProcessBuilder("node_modules/.bin/playwright", "test")
                        .directory(platform.checkout().resolve("web").toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile());
        command.environment().put("CHROMIUM", chromium.toString());
        command.environment().put("COMMONWEAL_URL", platform.url().toString());
        command.environment().put("COMMONWEAL_MAIL_URL", platform.mailUrl().toString());
        command.environment().put("COMMONWEAL_NEWCOMERS", firms.mails());
        command.environment().put("CI", "true");
        var playwright = command.start();
        var ended = playwright.waitFor(MINUTES_MAX, TimeUnit.MINUTES);
        playwright.destroyForcibly();
        var report = Files.readString(said);
        System.out.println(report);
        assertThat(ended && playwright.exitValue() == 0).as(report).isTrue();
    }
}
