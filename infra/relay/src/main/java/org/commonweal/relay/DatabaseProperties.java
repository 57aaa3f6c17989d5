package org.commonweal.relay;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The one database whose journals are read, and the role that may replicate from it.
 *
 * @param rootCertificate file of the authority whose server is trusted, under the name it is called
 *     by; without one the driver takes what it gets, which is for loopback only
 */
@ConfigurationProperties("commonweal.database")
record DatabaseProperties(
        @DefaultValue("127.0.0.1") String host,
        @DefaultValue("5440") int port,
        @DefaultValue("commonweal") String name,
        @DefaultValue("relay") String user,
        @DefaultValue("relay") String password,
        @DefaultValue("") String rootCertificate) {

    /** What the driver must know to trust the server; Debezium hands on the same names. */
    Map<String, String> encryption() {
        return rootCertificate.isEmpty()
                ? Map.of()
                : Map.of("sslmode", "verify-full", "sslrootcert", rootCertificate);
    }

    Connection connect() throws SQLException {
        return connect(new Properties());
    }

    /** With further settings of the driver. */
    Connection connect(Properties more) throws SQLException {
        var options = new Properties();
        options.putAll(more);
        options.put("user", user);
        options.put("password", password);
        options.put("connectTimeout", "5");
        options.put("socketTimeout", "60");
        options.put("ApplicationName", "commonweal-relay");
        options.putAll(encryption());
        return DriverManager.getConnection(
                "jdbc:postgresql://" + host + ":" + port + "/" + name, options);
    }
}
