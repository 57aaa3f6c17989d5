package org.commonweal.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * The client in a real Chromium, by the specs of {@code web/e2e}: side by side those of the demo's
 * alliance and those that found one of their own, which wait for ballots most of the time.
 */
@ExtendWith({Platform.Extension.class, NineteenFirms.Extension.class})
@ResourceLock("the people of the nineteen firms")
class BrowserTest {

    private static final long MINUTES_MAX = 40;
    private static final Set<String> OF_THE_DEMO =
            Set.of("asked.spec.ts", "pages.spec.ts", "path.spec.ts", "signing-in.spec.ts");

    @Test
    void people_walk_the_paths_in_their_browsers(Platform platform, NineteenFirms firms)
            throws IOException, InterruptedException {
        var chromium =
                Path.of(Objects.requireNonNullElse(System.getenv("CHROMIUM"), "/usr/bin/chromium"));
        assumeTrue(
                Files.isExecutable(chromium),
                "no browser test: install chromium, or name one in CHROMIUM");
        var environment =
                Map.of(
                        "CHROMIUM", chromium.toString(),
                        "COMMONWEAL_URL", platform.url().toString(),
                        "COMMONWEAL_MAIL_URL", platform.mailUrl().toString(),
                        "COMMONWEAL_NEWCOMERS", firms.mails(),
                        "CI", "true");
        var web = platform.checkout().resolve("web");
        var walks = new ArrayList<Walk>();
        for (var specs : specs(web).entrySet()) {
            var name = specs.getKey() ? "demo" : "own";
            walks.add(Walk.start(web, name, specs.getValue(), environment));
        }
        for (var walk : walks) {
            walk.assertWalked();
        }
    }

    /** All that there are, by whether they are of the demo's alliance. */
    private static Map<Boolean, List<String>> specs(Path web) throws IOException {
        try (var files = Files.list(web.resolve("e2e"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".spec.ts"))
                    .sorted()
                    .collect(Collectors.partitioningBy(OF_THE_DEMO::contains));
        }
    }

    /** One Playwright, which walks its specs one after the other. */
    private record Walk(Process playwright, Path said) {

        static Walk start(
                Path web, String name, List<String> specs, Map<String, String> environment)
                throws IOException {
            var said = Path.of("target/playwright-" + name + ".txt").toAbsolutePath();
            var command =
                    new ArrayList<>(
                            List.of(
                                    "node_modules/.bin/playwright",
                                    "test",
                                    "--output",
                                    "test-results/" + name));
            specs.forEach(spec -> command.add("e2e/" + spec));
            var builder =
                    new ProcessBuilder(command)
                            .directory(web.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(said.toFile());
            builder.environment().putAll(environment);
            return new Walk(builder.start(), said);
        }

        void assertWalked() throws IOException, InterruptedException {
            var ended = playwright.waitFor(MINUTES_MAX, TimeUnit.MINUTES);
            playwright.destroyForcibly();
            var report = Files.readString(said);
            System.out.println(report);
            assertThat(ended && playwright.exitValue() == 0).as(report).isTrue();
        }
    }
}
