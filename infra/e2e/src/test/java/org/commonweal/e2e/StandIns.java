package org.commonweal.e2e;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.PullResponseItem;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Properties;
import org.commonweal.embedded.KafkaServer;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.utility.DockerImageName;

/**
 * The servers' images: the official ones, or, where those cannot be pulled, small ones of the
 * programs that the build has anyway. Both are asked in the same words.
 *
 * @param base what the small ones stand on
 */
record StandIns(String base) {

    private static final Path CONTEXTS = Path.of("target/stand-ins").toAbsolutePath();

    DockerImageName postgres() {
        return official(
                "postgres:18",
                "postgres",
                context -> {
                    try (var archive = resource("/postgres-linux-x86_64.txz")) {
                        Files.copy(archive, context.resolve("postgres.txz"));
                    }
                });
    }

    DockerImageName kafka() {
        return official(
                "apache/kafka:4.2.1",
                "kafka",
                context -> {
                    var libraries = Files.createDirectories(context.resolve("libs"));
                    for (var jar : KafkaServer.classPath().split(File.pathSeparator, -1)) {
                        if (Files.isRegularFile(Path.of(jar))) {
                            Files.copy(Path.of(jar), libraries.resolve(Path.of(jar).getFileName()));
                        }
                    }
                });
    }

    DockerImageName keycloak() {
        return official(
                "quay.io/keycloak/keycloak:26.7",
                "keycloak",
                context -> {
                    var properties = new Properties();
                    try (var stream = resource("/keycloak.properties")) {
                        properties.load(stream);
                    }
                    Files.copy(
                            Path.of(properties.getProperty("archive")),
                            context.resolve("keycloak.tar.gz"));
                });
    }

    private interface Filling {
        void into(Path context) throws IOException;
    }

    private DockerImageName official(String official, String name, Filling filling) {
        if (isThere(official)) {
            return DockerImageName.parse(official);
        }
        System.out.println(official + " cannot be pulled; " + name + " is a stand-in");
        try {
            var context = CONTEXTS.resolve(name);
            Files.createDirectories(context);
            try (var old = Files.walk(context)) {
                for (var file : old.filter(Files::isRegularFile).toList()) {
                    Files.delete(file);
                }
            }
            try (var containerfile = resource("/stand-ins/" + name + "/Containerfile")) {
                Files.copy(
                        containerfile,
                        context.resolve("Containerfile"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            filling.into(context);
            return DockerImageName.parse(built(name, context));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String built(String name, Path context) {
        return new ImageFromDockerfile("commonweal/stand-in-" + name, false)
                .withDockerfile(context.resolve("Containerfile"))
                .withBuildArg("BASE", base)
                .get();
    }

    private static boolean isThere(String image) {
        var client = DockerClientFactory.instance().client();
        try {
            client.inspectImageCmd(image).exec();
            return true;
        } catch (NotFoundException absent) {
            return isPulled(client, image);
        }
    }

    private static boolean isPulled(DockerClient client, String image) {
        try {
            client.pullImageCmd(image)
                    .exec(new ResultCallback.Adapter<PullResponseItem>())
                    .awaitCompletion();
            client.inspectImageCmd(image).exec();
            return true;
        } catch (DockerException refused) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while pulling " + image, e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(StandIns.class.getResourceAsStream(name), name);
    }
}
