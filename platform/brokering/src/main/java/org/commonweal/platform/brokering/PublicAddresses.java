package org.commonweal.platform.brokering;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.boot.http.client.InetAddressFilter;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Whom the platform asks for a firm's sake: named hosts with public addresses, over TLS. A name is
 * resolved once, and the connection goes to the address that was looked at.
 */
final class PublicAddresses {

    private static final int LENGTH_MAX = 2000;

    /** A last label without a digit at its start is no number, so the host is no address. */
    private static final Pattern NAMED =
            Pattern.compile("(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]");

    private static final InetAddressFilter PUBLIC =
            InetAddressFilter.externalAddresses()
                    // Routed to IPv4, or to nobody.
                    .andNot("::/96", "64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/23")
                    .andNot("100.64.0.0/10", "192.0.0.0/24", "198.18.0.0/15", "240.0.0.0/4");

    private final boolean loopbackAllowed;

    PublicAddresses(boolean loopbackAllowed) {
        this.loopbackAllowed = loopbackAllowed;
    }

    /** The address in a form that may be asked; what it resolves to is checked by resolve. */
    URI checked(String address) {
        try {
            var uri = URI.create(address);
            if (address.length() <= LENGTH_MAX
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && (isNamedByTls(uri) || isAllowedLoopback(uri))) {
                return uri;
            }
        } catch (IllegalArgumentException unreadable) {
            // No address at all.
        }
        throw new FaultException(Fault.ADDRESS_NOT_ALLOWED);
    }

    private static boolean isNamedByTls(URI uri) {
        var host = uri.getHost().toLowerCase(Locale.ROOT);
        return "https".equals(uri.getScheme())
                && !host.endsWith(".localhost")
                && NAMED.matcher(host).matches();
    }

    private boolean isAllowedLoopback(URI uri) {
        return loopbackAllowed
                && "http".equals(uri.getScheme())
                && List.of("localhost", "127.0.0.1").contains(uri.getHost());
    }

    /** Where to connect to; a fault when one of its addresses is not public. */
    Mono<InetAddress> resolve(URI checked) {
        return Mono.fromCallable(() -> InetAddress.getAllByName(checked.getHost()))
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorMap(UnknownHostException.class, _ -> new FaultException(Fault.NO_ANSWER))
                .map(found -> {
                    if (!Arrays.stream(found).allMatch(each -> isAllowed(checked, each))) {
                        throw new FaultException(Fault.ADDRESS_NOT_ALLOWED);
                    }
                    return found[0];
                });
    }

    private boolean isAllowed(URI asked, InetAddress found) {
        return isAllowedLoopback(asked) ? found.isLoopbackAddress() : isPublic(found);
    }

    static boolean isPublic(InetAddress address) {
        return PUBLIC.matches(address);
    }
}
