package org.commonweal.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.commonweal.local.stack.Home;
import org.commonweal.local.stack.PortPlan;
import org.commonweal.local.stack.Stack;
import org.commonweal.local.supervisor.StartFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagesTest {

    private static final Path CHECKOUT = Path.of("../..").toAbsolutePath().normalize();

    @TempDir Path directory;

    @Test
    void every_deployable_has_a_containerfile_that_differs_from_the_others_in_its_ports_only()
            throws IOException {
        var texts = new TreeMap<String, String>();
        var stack =
                new Stack(
                        CHECKOUT, new Home(directory), new PortPlan(0), HttpClient.newHttpClient());
        for (var deployable : stack.deployables()) {
            texts.put(
                    deployable.name(),
                    Files.readString(deployable.module().resolve("Containerfile")));
            assertThat(texts.get(deployable.name()))
                    .as(deployable.name())
                    .contains(Integer.toString(deployable.port()));
        }
        assertThat(texts).hasSize(6);
        assertThat(different(texts)).isEmpty();
    }

    @Test
    void a_containerfile_with_a_step_of_its_own_is_found() {
        var texts =
                Map.of(
                        "a", "FROM x\nUSER 10001\nEXPOSE 1\n",
                        "b", "FROM x\nUSER 10001\nEXPOSE 2\n",
                        "c", "FROM x\nRUN apt-get install curl\nUSER 10001\nEXPOSE 3\n");
        assertThat(different(texts)).containsExactly("c");
    }

    private static List<String> different(Map<String, String> texts) {
        var all = new TreeMap<>(texts);
        var first = steps(all.firstEntry().getValue());
        var different = new ArrayList<String>();
        all.forEach((name, text) -> {
            if (!steps(text).equals(first)) {
                different.add(name);
            }
        });
        return different;
    }

    /** What is left without comments and ports. */
    private static List<String> steps(String containerfile) {
        return containerfile
                .lines()
                .filter(line -> !line.matches("#.*|EXPOSE [0-9 ]+|ENV( \\w*SERVER_PORT=\\d+)+"))
                .toList();
    }

    @Test
    void the_base_says_which_java_it_stands_on() throws IOException {
        assertThat(Images.named(CHECKOUT.resolve("infra/image/Containerfile")))
                .contains(":" + Runtime.version().feature());
        var mute = Files.writeString(directory.resolve("Containerfile"), "FROM scratch\n");
        assertThatThrownBy(() -> Images.named(mute))
                .isInstanceOf(StartFailedException.class)
                .hasMessageContaining("names no image");
    }

    @Test
    void an_engine_that_does_not_answer_is_not_taken() {
        assertThat(Engine.answering(Map.of("COMMONWEAL_ENGINE", "false"))).isEmpty();
        assertThat(Engine.answering(Map.of("COMMONWEAL_ENGINE", "true")))
                .contains(new Engine("true"));
    }
}
