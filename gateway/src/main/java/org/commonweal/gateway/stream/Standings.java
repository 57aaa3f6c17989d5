package org.commonweal.gateway.stream;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.commonweal.gateway.login.Login;
import org.jspecify.annotations.Nullable;

/**
 * Who belongs where, from the compacted topic; used by one thread at a time. A person has a place
 * at the home firm, and may have one at a second firm, with logins of its own.
 */
final class Standings {

    private final Map<Login, Map<UUID, Held>> byLogin = new HashMap<>();
    private final Map<RecordReader.StandingKey, Known> byPlace = new HashMap<>();

    /** Takes over the full state of a place; an older version changes nothing. */
    Effect apply(RecordReader.StandingKey place, StandingChanged changed) {
        Known before = byPlace.getOrDefault(place, Known.NOTHING);
        if (changed.version() < before.version()) {
            return Effect.NONE;
        }
        Standing standing = new Standing(changed.person(), changed.organization());
        List<Login> logins = changed.isActive() ? changed.logins() : List.of();
        return replace(place, new Known(changed.version(), logins), standing);
    }

    /** The record of a place is gone from the topic. */
    Effect forget(RecordReader.StandingKey place) {
        return replace(place, Known.NOTHING, new Standing(place.subject(), place.subject()));
    }

    private Effect replace(RecordReader.StandingKey place, Known now, Standing standing) {
        Known before = byPlace.getOrDefault(place, Known.NOTHING);
        Set<Login> lost = new HashSet<>(before.logins());
        lost.removeIf(login -> !remove(login, place));
        for (Login login : now.logins()) {
            byLogin.computeIfAbsent(login, _ -> new HashMap<>())
                    .put(place.alliance(), new Held(place, standing));
        }
        if (now.equals(Known.NOTHING)) {
            byPlace.remove(place);
        } else {
            byPlace.put(place, now);
        }
        Set<Login> gained = new HashSet<>(now.logins());
        before.logins().forEach(gained::remove);
        now.logins().forEach(lost::remove);
        return new Effect(gained, lost);
    }

    @Nullable Standing standing(Login login, UUID alliance) {
        Held held = byLogin.getOrDefault(login, Map.of()).get(alliance);
        return held == null ? null : held.standing();
    }

    Set<UUID> alliances(Login login) {
        return Set.copyOf(byLogin.getOrDefault(login, Map.of()).keySet());
    }

    void clear() {
        byLogin.clear();
        byPlace.clear();
    }

    /** False when the login stands there by another place by now: this one's end takes nothing. */
    private boolean remove(Login login, RecordReader.StandingKey place) {
        Map<UUID, Held> held = byLogin.get(login);
        Held here = held == null ? null : held.get(place.alliance());
        if (held == null || here == null || !here.place().equals(place)) {
            return false;
        }
        held.remove(place.alliance());
        if (held.isEmpty()) {
            byLogin.remove(login);
        }
        return true;
    }

    /** Which logins may now hear of the alliance, and which may no longer. */
    record Effect(Set<Login> gained, Set<Login> lost) {
        static final Effect NONE = new Effect(Set.of(), Set.of());
    }

    private record Held(RecordReader.StandingKey place, Standing standing) {}

    private record Known(long version, List<Login> logins) {
        static final Known NOTHING = new Known(0, List.of());
    }
}
