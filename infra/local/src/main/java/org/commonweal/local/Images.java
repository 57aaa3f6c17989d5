package org.commonweal.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.commonweal.embedded.ServerProcess;
import org.commonweal.local.stack.Deployable;
import org.commonweal.local.supervisor.StartFailedException;

/** Builds an image of each deployable from its Containerfile and its extracted jars. */
final class Images {

    private static final Pattern JAVA_IMAGE = Pattern.compile("(?m)^ARG JAVA=(\\S+)$");
    private static final String IMPORTED = "commonweal/java:";

    private final Path checkout;
    private final List<Deployable> deployables;

    Images(Path checkout, List<Deployable> deployables) {
        this.checkout = checkout;
        this.deployables = deployables;
    }

    int run(List<String> options) {
        if (!options.isEmpty() && !(options.size() == 2 && options.getFirst().equals("--base"))) {
            System.err.println("usage: ./commonweal images [--base IMAGE]");
            return 2;
        }
        var engine =
                Engine.answering(System.getenv())
                        .orElseThrow(() ->
                                new StartFailedException(
                                        "images need Docker or Podman, and none answers here."));
        var java = options.isEmpty() ? java(engine) : options.getLast();
        var folder = checkout.resolve("infra/image");
        var base = name("base");
        // It has no revision: a label that changes would train all caches anew.
        timed(base, () -> build(engine, base, folder, folder, List.of("--build-arg=JAVA=" + java)));
        for (var deployable : deployables) {
            var part = name(deployable.module().getFileName().toString());
            timed(part, () -> build(engine, part, deployable, base));
        }
        return 0;
    }

    private static String name(String part) {
        return "commonweal/" + part + ":" + Version.number();
    }

    /** The image that the Containerfile names; where it cannot be had, one that is made here. */
    private String java(Engine engine) {
        var named = named(checkout.resolve("infra/image/Containerfile"));
        if (engine.succeeds("image", "inspect", named) || engine.succeeds("pull", named)) {
            return named;
        }
        var imported = IMPORTED + Runtime.version().feature();
        if (!engine.succeeds("image", "inspect", imported)) {
            System.out.println(
                    named + " cannot be pulled; making one from this machine's packages");
            timed(imported, () -> make(engine, imported));
        }
        return imported;
    }

    private void make(Engine engine, String image) {
        ServerProcess.run(
                List.of(checkout.resolve("infra/image/import").toString(), image),
                Map.of(
                        "COMMONWEAL_ENGINE", engine.program(),
                        "JAVA_HOME", System.getProperty("java.home")));
    }

    static String named(Path containerfile) {
        try {
            var argument = JAVA_IMAGE.matcher(Files.readString(containerfile));
            if (argument.find()) {
                return argument.group(1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new StartFailedException(containerfile + " names no image for JAVA.");
    }

    private void build(Engine engine, String image, Deployable deployable, String base) {
        if (!deployable.isPrepared()) {
            deployable.extract();
        }
        var options = new ArrayList<>(List.of("--build-arg=BASE=" + base));
        labels(image)
                .forEach((name, value) ->
                        options.add("--label=org.opencontainers.image." + name + "=" + value));
        build(engine, image, deployable.module(), deployable.jarDirectory(), options);
    }

    /** The context is what goes into the image, and nothing of the sources. */
    private static void build(
            Engine engine, String image, Path folder, Path context, List<String> options) {
        var command = new ArrayList<>(List.of("build", "--force-rm", "--tag=" + image));
        command.add("--file=" + folder.resolve("Containerfile"));
        command.addAll(options);
        command.add(context.toString());
        engine.run(command.toArray(String[]::new));
    }

    private Map<String, String> labels(String image) {
        return Map.of(
                "title", image.substring(0, image.indexOf(':')),
                "version", Version.number(),
                "revision", new Version(checkout).commit().orElse("unknown"),
                "licenses", "Apache-2.0");
    }

    private static void timed(String image, Runnable building) {
        var part = image.substring(image.indexOf('/') + 1, image.indexOf(':'));
        Progress.timed(part, "built", building);
    }
}
