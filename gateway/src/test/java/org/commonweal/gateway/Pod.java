package org.commonweal.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonweal.embedded.Ports;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** One more gateway, started as its main method does, for tests of several behind one address. */
public final class Pod implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final int port;

    private Pod(ConfigurableApplicationContext context, int port) {
        this.context = context;
        this.port = port;
    }

    /** Property values win over those of the files, as an operator's do. */
    public static Pod start(int port, Map<String, String> properties) {
        List<String> arguments = new ArrayList<>();
        arguments.add("--server.port=" + port);
        arguments.add("--management.server.port=" + Ports.free());
        properties.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return new Pod(
                SpringApplication.run(GatewayApplication.class, arguments.toArray(String[]::new)),
                port);
    }

    public String url() {
        return "http://localhost:" + port;
    }

    @Override
    public void close() {
        context.close();
    }
}
