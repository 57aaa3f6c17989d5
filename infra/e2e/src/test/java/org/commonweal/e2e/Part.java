package org.commonweal.e2e;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Capability;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.testcontainers.containers.Container;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/**
 * A container of one of our images, held as a cluster would: no root, nothing to write but /tmp.
 */
final class Part {

    private static final long MEMORY_BYTES = 512L << 20;
    private static final Pattern STARTED = Pattern.compile("Started \\w+ in [^)\"]+\\)?");

    /** Each class that the JVM has loaded, and where it came from. */
    private static final String CLASSES = "/tmp/classes.log";

    private final GenericContainer<?> container;

    Part(String name, int managementPort, Network network, Map<String, String> settings) {
        container = container(name, network, settings);
        container
                .withEnv("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + CLASSES)
                .withExposedPorts(managementPort)
                .waitingFor(
                        Wait.forHttp("/actuator/health/readiness")
                                .forPort(managementPort)
                                .withStartupTimeout(Containers.PATIENCE));
    }

    static String image(String name) {
        return "commonweal/"
                + name
                + ":"
                + Objects.requireNonNull(System.getProperty("commonweal.version"));
    }

    private static GenericContainer<?> container(
            String name, Network network, Map<String, String> settings) {
        return new GenericContainer<>(DockerImageName.parse(image(name)))
                .withNetwork(network)
                .withNetworkAliases(name)
                .withEnv(settings)
                .withExtraHost("host.docker.internal", "host-gateway")
                .withTmpFs(Map.of("/tmp", "rw,exec,size=64m"))
                .withCreateContainerCmdModifier(Part::restrict);
    }

    private static void restrict(CreateContainerCmd command) {
        Objects.requireNonNull(command.getHostConfig())
                .withReadonlyRootfs(true)
                .withMemory(MEMORY_BYTES)
                .withMemorySwap(MEMORY_BYTES)
                .withCapDrop(Capability.ALL)
                .withSecurityOpts(List.of("no-new-privileges"));
    }

    /** Another main class of the image, to its end; gives what it said. */
    static String runOnce(
            String name, Network network, Map<String, String> settings, String... command) {
        try (var once = container(name, network, settings)) {
            once.withCreateContainerCmdModifier(create -> create.withEntrypoint("java"))
                    .withCommand(command)
                    .withStartupCheckStrategy(
                            new OneShotStartupCheckStrategy().withTimeout(Containers.PATIENCE))
                    .start();
            return once.getLogs();
        }
    }

    Part at(int hostPort, int port) {
        container.setPortBindings(List.of(hostPort + ":" + port));
        return this;
    }

    GenericContainer<?> container() {
        return container;
    }

    /** What a program in the container says, and with which exit code it ends. */
    Container.ExecResult exec(String... command) {
        try {
            return container.execInContainer(command);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    CacheUse cacheUse() {
        return CacheUse.of(exec("cat", CLASSES).getStdout());
    }

    /** The application's own words on its start, and the memory that it holds now. */
    String start() {
        var started = STARTED.matcher(container.getLogs());
        var memory = exec("grep", "VmRSS", "/proc/1/status").getStdout();
        return (started.find() ? started.group() : "not started") + ", " + memory.strip();
    }

    /** Sends SIGTERM, as an orchestrator does. */
    void tell() {
        client().killContainerCmd(container.getContainerId()).withSignal("TERM").exec();
    }

    /** The exit code; fails where the process does not end in time. */
    int awaitEnd(Duration limit) {
        return client().waitContainerCmd(container.getContainerId())
                .start()
                .awaitStatusCode(limit.toSeconds(), java.util.concurrent.TimeUnit.SECONDS);
    }

    private com.github.dockerjava.api.DockerClient client() {
        return container.getDockerClient();
    }
}
