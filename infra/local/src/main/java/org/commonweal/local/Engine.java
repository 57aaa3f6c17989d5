package org.commonweal.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonweal.embedded.ServerFailedException;
import org.commonweal.embedded.ServerProcess;

/** The program that builds images, by the commands that Docker and Podman have in common. */
record Engine(String program) {

    /** COMMONWEAL_ENGINE, or the first of both that answers. */
    static Optional<Engine> answering(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("COMMONWEAL_ENGINE"))
                .map(Stream::of)
                .orElseGet(() -> Stream.of("docker", "podman"))
                .map(Engine::new)
                .filter(engine -> engine.succeeds("info"))
                .findFirst();
    }

    String run(String... arguments) {
        var command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments));
        return ServerProcess.run(command);
    }

    boolean succeeds(String... arguments) {
        try {
            run(arguments);
            return true;
        } catch (ServerFailedException refused) {
            return false;
        }
    }
}
