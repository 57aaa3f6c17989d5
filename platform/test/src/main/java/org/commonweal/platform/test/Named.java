package org.commonweal.platform.test;

import java.util.HashSet;
import java.util.Set;

/**
 * The places where a service may do what the rules forbid elsewhere, by simple class name.
 *
 * @param domain false when the service decides nothing and so has no {@code domain}
 * @param publicTypes types outside {@code domain} that another feature of the service uses
 * @param waiting classes that own their thread and may block on it
 * @param ambient classes that may read the clock or draw by chance
 */
public record Named(
        boolean domain, Set<String> publicTypes, Set<String> waiting, Set<String> ambient) {

    public static final Named NOTHING = new Named(true, Set.of(), Set.of(), Set.of());

    public Named {
        publicTypes = Set.copyOf(publicTypes);
        waiting = Set.copyOf(waiting);
        ambient = Set.copyOf(ambient);
    }

    public Named withoutDomain() {
        return new Named(false, publicTypes, waiting, ambient);
    }

    public Named publicly(String... types) {
        return new Named(domain, with(publicTypes, types), waiting, ambient);
    }

    public Named waitingIn(String... types) {
        return new Named(domain, publicTypes, with(waiting, types), ambient);
    }

    public Named readingClockIn(String... types) {
        return new Named(domain, publicTypes, waiting, with(ambient, types));
    }

    private static Set<String> with(Set<String> some, String... more) {
        var all = new HashSet<>(some);
        all.addAll(Set.of(more));
        return all;
    }
}
