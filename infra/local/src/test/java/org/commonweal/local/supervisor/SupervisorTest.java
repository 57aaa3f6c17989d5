package org.commonweal.local.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.commonweal.embedded.Ports;
import org.commonweal.embedded.ServerProcess;
import org.commonweal.local.supervisor.Status.PartStatus;
import org.commonweal.local.supervisor.Status.Phase;
import org.commonweal.local.supervisor.Status.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Real processes, as small as they can be, started, killed and ended. */
class SupervisorTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final List<Supervisor> supervisors = new ArrayList<>();

    @TempDir Path home;

    @AfterEach
    void end() {
        supervisors.forEach(Supervisor::stop);
        Leftovers.end(run());
    }

    @Test
    void what_comes_after_another_starts_when_that_one_serves_and_ends_before_it() {
        var first = listener("first", Set.of());
        var step = new Unit.Step("step", Set.of("first"), () -> assertServes(first));
        var second = listener("second", Set.of("step"));
        var supervisor = supervisor(List.of(second, step, first));

        supervisor.start();

        assertThat(told).containsExactly("first", "step", "second");
        assertThat(supervisor.status().phase()).isEqualTo(Phase.READY);
        supervisor.stop();
        assertThat(Preconditions.isFree(first.ports().getFirst())).isTrue();
        assertThat(Preconditions.isFree(second.ports().getFirst())).isTrue();
        assertThat(pidFiles()).isEmpty();
    }

    @Test
    void a_part_that_dies_is_started_again_and_the_status_says_so() {
        var supervisor = supervisor(List.of(listener("part", Set.of())));
        supervisor.start();
        var killed = written().pid();

        ProcessHandle.of(killed).orElseThrow().destroyForcibly();

        var after = await(part -> part.restarts() == 1 && part.state() == State.READY);
        assertThat(after.pid()).isNotNull().isNotEqualTo(killed);
        assertThat(after.lastExit()).isEqualTo(128 + 9);
    }

    @Test
    void a_held_part_stays_down_until_its_holder_lets_go() {
        supervisor(List.of(listener("part", Set.of()))).start();
        var before = written().pid();

        try (var _ = Hold.of(run(), "part")) {
            assertThat(ProcessHandle.of(before)).isEmpty();
            var held = await(part -> part.state() == State.HELD);
            assertThat(held.pid()).isNull();
        }

        assertThat(await(part -> part.state() == State.READY).pid()).isNotEqualTo(before);
    }

    @Test
    void the_status_is_json_that_names_each_part_with_its_state_and_ports() {
        var part = listener("part", Set.of());
        supervisor(List.of(part)).start();

        var json = JsonMapper.shared().readTree(Status.read(run()).orElseThrow().json());

        assertThat(json.get("phase").asString()).isEqualTo("READY");
        var first = json.get("parts").get(0);
        assertThat(first.get("name").asString()).isEqualTo("part");
        assertThat(first.get("state").asString()).isEqualTo("READY");
        assertThat(first.get("ports").get(0).asInt()).isEqualTo(part.ports().getFirst());
        assertThat(first.get("restarts").asInt()).isZero();
    }

    @Test
    void what_a_killed_supervisor_left_running_is_ended_by_its_pid_file() {
        var part = listener("part", Set.of());
        supervisor(List.of(part)).start();
        var orphan = ProcessHandle.of(written().pid()).orElseThrow();

        assertThat(Leftovers.running(run())).containsExactly("part");
        // The supervisor of this test lives on and would restart its part, so only the end counts.
        assertThat(Leftovers.end(run())).containsExactly("part");

        assertThat(orphan.isAlive()).isFalse();
    }

    @Test
    void after_a_killed_supervisor_the_status_tells_which_parts_still_run() {
        var supervisor =
                supervisor(List.of(listener("part", Set.of()), listener("gone", Set.of())));
        supervisor.start();

        var status = supervisor.status().abandoned(List.of("part"));

        assertThat(status.phase()).isEqualTo(Phase.ABANDONED);
        assertThat(status.parts().getFirst().state()).isEqualTo(State.READY);
        assertThat(status.parts().getFirst().pid()).isEqualTo(written().pid());
        assertThat(status.parts().getLast().state()).isEqualTo(State.STOPPED);
        assertThat(status.parts().getLast().pid()).isNull();
    }

    @Test
    void a_stranger_that_has_the_number_now_is_left_alone() throws Exception {
        var stranger =
                ServerProcess.start("s", List.of("sleep", "60"), Map.of(), home.resolve("s.log"));
        var file =
                PidFile.write(
                        run().resolve("part.pid"),
                        stranger.process().toHandle(),
                        List.of("sleep", "60"),
                        "TERM");
        var text =
                Files.readString(file.file())
                        .replaceAll("started=.*", "started=2020-01-01T00\\\\:00\\\\:00Z");
        Files.writeString(file.file(), text);

        assertThat(Leftovers.end(run())).isEmpty();

        assertThat(stranger.process().isAlive()).isTrue();
        stranger.kill();
    }

    @Test
    void a_taken_port_is_one_sentence_before_anything_starts() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var part = listener("gateway", taken.getLocalPort(), Set.of());

            assertThatThrownBy(() -> Preconditions.requireFreePorts(List.of(part)))
                    .isInstanceOf(StartFailedException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + ", which gateway needs")
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void a_full_disk_is_one_sentence_before_anything_starts() {
        assertThatThrownBy(() -> Preconditions.requireDisk(home, Long.MAX_VALUE))
                .isInstanceOf(StartFailedException.class)
                .hasMessageContaining("are free where")
                .hasMessageNotContaining("\n");
    }

    @Test
    void a_part_that_cannot_start_fails_the_start_with_the_end_of_its_log() {
        var broken =
                new Unit.Part(
                        "broken",
                        List.of(),
                        Set.of(),
                        () ->
                                new Unit.Launch(
                                        List.of("sh", "-c", "echo no such thing; exit 3"),
                                        Map.of()),
                        () -> false,
                        LIMIT,
                        "TERM");
        var supervisor = supervisor(List.of(broken, listener("other", Set.of("broken"))));

        assertThatThrownBy(supervisor::start)
                .isInstanceOf(StartFailedException.class)
                .hasMessageContaining("broken does not start")
                .hasMessageContaining("no such thing");
    }

    private static Unit.Part listener(String name, Set<String> after) {
        return listener(name, Ports.free(), after);
    }

    private static Unit.Part listener(String name, int port, Set<String> after) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes = System.getProperty("java.class.path");
        var command = List.of(java, "-Xmx16m", "-cp", classes, Listener.class.getName(), "" + port);
        return new Unit.Part(
                name,
                List.of(port),
                after,
                () -> new Unit.Launch(command, Map.of()),
                () -> answers(port),
                LIMIT,
                "TERM");
    }

    private static boolean answers(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (java.io.IOException notYet) {
            return false;
        }
    }

    private static void assertServes(Unit.Part part) {
        assertThat(answers(part.ports().getFirst())).isTrue();
    }

    private Supervisor supervisor(List<Unit> units) {
        var supervisor =
                new Supervisor(
                        run(),
                        home.resolve("logs"),
                        units,
                        Clock.systemUTC(),
                        (name, time) -> told.add(name));
        supervisors.add(supervisor);
        return supervisor;
    }

    private Path run() {
        return home.resolve("run");
    }

    private PidFile written() {
        return PidFile.read(run().resolve("part.pid")).orElseThrow();
    }

    private List<Path> pidFiles() {
        try (var files = Files.list(run())) {
            return files.filter(file -> file.toString().endsWith(".pid")).toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private PartStatus await(Predicate<PartStatus> wanted) {
        return Awaitility.await()
                .atMost(LIMIT)
                .until(() -> Status.read(run()).orElseThrow().parts().getFirst(), wanted);
    }
}
