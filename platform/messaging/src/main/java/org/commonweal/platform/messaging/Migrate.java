package org.commonweal.platform.messaging;

import java.util.Map;
import org.flywaydb.core.Flyway;

/**
 * Brings a service's schema to the version of its class path, as the role that owns it; a step of
 * its own, never part of a service's start. Arguments: the service's name. Environment: {@code
 * COMMONWEAL_DATABASE_URL}, {@code COMMONWEAL_DDL_USER}, {@code COMMONWEAL_DDL_PASSWORD}.
 */
public final class Migrate {

    private Migrate() {}

    public static void main(String[] arguments) {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("usage: Migrate <service>");
        }
        var owner = owner(System.getenv());
        schema(owner.url(), owner.user(), owner.password(), arguments[0]);
    }

    static ReadModels.Owner owner(Map<String, String> environment) {
        return new ReadModels.Owner(
                environment.getOrDefault(
                        "COMMONWEAL_DATABASE_URL", "jdbc:postgresql://127.0.0.1:5440/commonweal"),
                environment.getOrDefault("COMMONWEAL_DDL_USER", "commonweal_ddl"),
                environment.getOrDefault("COMMONWEAL_DDL_PASSWORD", "commonweal_ddl"));
    }

    /** Applies what is missing; a second call changes nothing. */
    public static void schema(String url, String user, String password, String service) {
        Flyway.configure()
                .dataSource(url, user, password)
                .schemas(service)
                .createSchemas(false)
                .defaultSchema(service)
                .locations("classpath:db/platform", "classpath:db/migration")
                // The platform's own steps come between those that a service has already.
                .outOfOrder(true)
                .placeholders(Map.of("service", service))
                .load()
                .migrate();
    }
}
