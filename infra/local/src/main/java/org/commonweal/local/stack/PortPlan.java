package org.commonweal.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.commonweal.local.supervisor.StartFailedException;

/**
 * Where the parts of one installation listen, all on loopback. A second installation on the same
 * machine has a home of its own and moves every port by the same step.
 *
 * @param offset what is added to each port, 0 unless {@value #VARIABLE} says otherwise
 */
public record PortPlan(int offset) {

    public static final String VARIABLE = "COMMONWEAL_PORT_OFFSET";

    /** The file among a home's marks that says what it was made with. */
    public static final String MARK = "port-offset";

    private static final int OFFSET_MAX = 50_000;

    public PortPlan {
        if (offset < 0 || offset > OFFSET_MAX) {
            throw new StartFailedException(
                    "%s is %d; it must be in [0, %d].".formatted(VARIABLE, offset, OFFSET_MAX));
        }
    }

    /** What the environment asks for, else what this home was made with. */
    public static PortPlan of(Home home, Map<String, String> environment) {
        var asked = Optional.ofNullable(environment.get(VARIABLE)).map(PortPlan::number);
        return new PortPlan(asked.or(() -> made(home)).orElse(0));
    }

    private static Optional<Integer> made(Home home) {
        return Deployable.read(mark(home)).map(PortPlan::number);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new StartFailedException(VARIABLE + " is no whole number: " + text, e);
        }
    }

    private static Path mark(Home home) {
        return home.marks().resolve(MARK);
    }

    /** An installation stays where it was made, because its logins name its addresses. */
    public void claim(Home home) {
        var made = made(home);
        if (made.isPresent() && made.get() != offset) {
            throw new StartFailedException(
                    "%s was made with %s=%d and keeps its addresses; start it so, or with --fresh."
                            .formatted(home.directory(), VARIABLE, made.get()));
        }
        try {
            Files.createDirectories(home.marks());
            Files.writeString(mark(home), Integer.toString(offset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int at(int port) {
        return port + offset;
    }

    int gateway() {
        return at(8080);
    }

    int membership() {
        return at(8101);
    }

    int purpose() {
        return at(8102);
    }

    int contribution() {
        return at(8103);
    }

    int recognition() {
        return at(8104);
    }

    int relay() {
        return at(8105);
    }

    int smtp() {
        return at(8125);
    }

    int mailPage() {
        return at(8126);
    }

    int keycloak() {
        return at(8180);
    }

    int postgres() {
        return at(5440);
    }

    int kafka() {
        return at(9192);
    }

    /** The port on which a part tells its health. */
    static int management(int port) {
        return port + 1000;
    }

    public URI url() {
        return local(gateway());
    }

    public URI loginUrl() {
        return local(keycloak());
    }

    public URI realm() {
        return URI.create(loginUrl() + "/realms/commonweal");
    }

    public URI mailUrl() {
        return local(mailPage());
    }

    private static URI local(int port) {
        return URI.create("http://localhost:" + port);
    }

    /** What an application that listens on the port must know of itself and of the others. */
    Map<String, String> environment(int port) {
        var told = new TreeMap<String, String>();
        told.put("SERVER_PORT", "" + port);
        told.put("MANAGEMENT_SERVER_PORT", "" + management(port));
        told.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + kafka());
        told.put("SPRING_MAIL_PORT", "" + smtp());
        told.put("COMMONWEAL_DATABASE_PORT", "" + postgres());
        told.put("COMMONWEAL_ISSUER", "" + realm());
        told.put("COMMONWEAL_BROKERING_REALM", "" + realm());
        told.put("COMMONWEAL_BROKERING_BACKCHANNEL", "" + realm());
        told.put("COMMONWEAL_BROKERING_TESTADDRESS", url() + "/login-tested");
        told.put("COMMONWEAL_LOGIN_ISSUER", "" + realm());
        told.put("COMMONWEAL_LOGIN_PUBLIC_URL", "" + url());
        told.put("COMMONWEAL_MEMBERSHIP_PUBLIC_ADDRESS", "" + url());
        told.put("COMMONWEAL_SERVICES_MEMBERSHIP", "http://127.0.0.1:" + membership());
        told.put("COMMONWEAL_SERVICES_PURPOSE", "http://127.0.0.1:" + purpose());
        told.put("COMMONWEAL_SERVICES_CONTRIBUTION", "http://127.0.0.1:" + contribution());
        told.put("COMMONWEAL_SERVICES_RECOGNITION", "http://127.0.0.1:" + recognition());
        return told;
    }
}
