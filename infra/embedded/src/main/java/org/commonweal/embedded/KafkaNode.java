package org.commonweal.embedded;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * One Kafka broker that is its own controller. The main class of a process of its own, because a
 * broker in trouble halts its JVM.
 */
final class KafkaNode {

    /** Exists while the broker answers; the parent waits for it. */
    static final String READY_FILE = "ready";

    private static final int NODE_ID = 1;

    private static final Map<String, String> SINGLE_NODE =
            Map.ofEntries(
                    Map.entry("node.id", Integer.toString(NODE_ID)),
                    Map.entry("process.roles", "broker,controller"),
                    Map.entry("controller.listener.names", "CONTROLLER"),
                    Map.entry("auto.create.topics.enable", "false"),
                    Map.entry("offsets.topic.replication.factor", "1"),
                    Map.entry("offsets.topic.num.partitions", "1"),
                    Map.entry("transaction.state.log.replication.factor", "1"),
                    Map.entry("transaction.state.log.min.isr", "1"),
                    Map.entry("transaction.state.log.num.partitions", "1"),
                    Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                    Map.entry("share.coordinator.state.topic.min.isr", "1"),
                    Map.entry("share.coordinator.state.topic.num.partitions", "1"),
                    Map.entry("group.initial.rebalance.delay.ms", "0"),
                    // How long the partitions of a killed consumer lie (docs/adr/0015).
                    Map.entry("group.consumer.session.timeout.ms", "6000"),
                    Map.entry("group.consumer.min.session.timeout.ms", "6000"),
                    Map.entry("group.consumer.heartbeat.interval.ms", "2000"),
                    Map.entry("group.consumer.min.heartbeat.interval.ms", "2000"),
                    // After kill -9 a restarted broker waits for its former self's session to end.
                    Map.entry("broker.session.timeout.ms", "3000"),
                    Map.entry("broker.heartbeat.interval.ms", "1000"));

    /** One machine shared with everything else: few threads, small buffers, little idle work. */
    private static final Map<String, String> MODEST =
            Map.ofEntries(
                    Map.entry("num.network.threads", "2"),
                    Map.entry("num.io.threads", "4"),
                    Map.entry("background.threads", "2"),
                    Map.entry("log.cleaner.dedupe.buffer.size", "2097152"),
                    Map.entry("log.index.size.max.bytes", "1048576"),
                    Map.entry("metadata.max.idle.interval.ms", "5000"));

    private KafkaNode() {}

    public static void main(String[] arguments) throws Exception {
        var data = Path.of(arguments[0]);
        var port = Integer.parseInt(arguments[1]);
        var controllerPort = Integer.parseInt(arguments[2]);
        var log = data.resolve("log");
        format(log);
        var config = KafkaConfig.fromProps(properties(log, port, controllerPort));
        var server = new KafkaRaftServer(config, Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
        server.startup();
        Files.writeString(data.resolve(READY_FILE), Long.toString(ProcessHandle.current().pid()));
        server.awaitShutdown();
    }

    private static void format(Path log) throws Exception {
        Files.createDirectories(log);
        new Formatter()
                .setNodeId(NODE_ID)
                .setClusterId(clusterId(log))
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(log.toString())
                .addDirectory(log.toString())
                .setIgnoreFormatted(true)
                .setPrintStream(new PrintStream(System.out, true, System.out.charset()))
                .run();
    }

    /** Chosen at the first start; a directory formatted before keeps its own. */
    private static String clusterId(Path log) throws IOException {
        var file = log.resolve("meta.properties");
        if (!Files.exists(file)) {
            return Uuid.randomUuid().toString();
        }
        var meta = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            meta.load(reader);
        }
        return meta.getProperty("cluster.id");
    }

    private static Properties properties(Path log, int port, int controllerPort) {
        var properties = new Properties();
        properties.putAll(SINGLE_NODE);
        properties.putAll(MODEST);
        properties.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
        properties.put(
                "listeners",
                "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        properties.put("log.dirs", log.toString());
        return properties;
    }
}
