package org.commonweal.gateway.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.commonweal.gateway.login.Login;

/** All open streams, within limits; used by one thread at a time. */
final class Listeners {

    private final Map<Login, Set<Listener>> byLogin = new HashMap<>();
    private final int max;
    private final int maxPerLogin;
    private final AtomicInteger count = new AtomicInteger(); // a meter reads it, too

    Listeners(int max, int maxPerLogin) {
        this.max = max;
        this.maxPerLogin = maxPerLogin;
    }

    /** False when there are too many already, of all or of this login. */
    boolean add(Listener listener) {
        Set<Listener> own = byLogin.computeIfAbsent(listener.login(), _ -> new HashSet<>());
        if (count.get() >= max || own.size() >= maxPerLogin) {
            return false;
        }
        own.add(listener);
        count.incrementAndGet();
        return true;
    }

    void remove(Listener listener) {
        Set<Listener> own = byLogin.get(listener.login());
        if (own != null && own.remove(listener)) {
            count.decrementAndGet();
            if (own.isEmpty()) {
                byLogin.remove(listener.login());
            }
        }
    }

    int count() {
        return count.get();
    }

    /** A copy, because telling a listener may end and remove it. */
    List<Listener> of(Predicate<Login> wanted) {
        List<Listener> found = new ArrayList<>();
        byLogin.forEach((login, own) -> {
            if (wanted.test(login)) {
                found.addAll(own);
            }
        });
        return found;
    }

    List<Listener> all() {
        return of(_ -> true);
    }
}
