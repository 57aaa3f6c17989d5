package org.commonweal.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackTest {

    @TempDir Path directory;

    @Test
    void those_services_can_be_rebuilt_that_name_read_models() throws IOException {
        var checkout = Path.of("../..").toAbsolutePath().normalize();
        var stack =
                new Stack(
                        checkout, new Home(directory), new PortPlan(0), HttpClient.newHttpClient());

        for (var service : stack.deployables()) {
            var settings = service.module().resolve("src/main/resources/application.yaml");
            assertThat(stack.rebuildable().contains(service.name()))
                    .as(service.name())
                    .isEqualTo(Files.readString(settings).contains("read-models:"));
        }
    }
}
