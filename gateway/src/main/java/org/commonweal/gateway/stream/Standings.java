package org.commonweal.gateway.stream;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.commonweal.gateway.login.Login;
import org.jspecify.annotations.Nullable;

/** Who belongs where, from the compacted topic; used by one thread at a time. */
final class Standings {

    private final Map<Login, Map<UUID, Standing>> byLogin = new HashMap<>();
    private final Map<Member, Known> byMember = new HashMap<>();

    /** Takes over a person's full state in an alliance; an older version changes nothing. */
    Effect apply(UUID alliance, StandingChanged changed) {
        Member member = new Member(alliance, changed.person());
        Known before = byMember.getOrDefault(member, Known.NOTHING);
        if (changed.version() < before.version()) {
            return Effect.NONE;
        }
        Standing standing = new Standing(changed.person(), changed.organization());
        List<Login> logins = changed.isActive() ? changed.logins() : List.of();
        return replace(member, new Known(changed.version(), logins), standing);
    }

    /** The record of a person's standing is gone from the topic. */
    Effect forget(UUID alliance, UUID person) {
        Member member = new Member(alliance, person);
        return replace(member, Known.NOTHING, new Standing(person, person));
    }

    private Effect replace(Member member, Known now, Standing standing) {
        Known before = byMember.getOrDefault(member, Known.NOTHING);
        before.logins().forEach(login -> remove(login, member.alliance()));
        for (Login login : now.logins()) {
            byLogin.computeIfAbsent(login, _ -> new HashMap<>()).put(member.alliance(), standing);
        }
        if (now.equals(Known.NOTHING)) {
            byMember.remove(member);
        } else {
            byMember.put(member, now);
        }
        Set<Login> gained = new HashSet<>(now.logins());
        before.logins().forEach(gained::remove);
        Set<Login> lost = new HashSet<>(before.logins());
        now.logins().forEach(lost::remove);
        return new Effect(gained, lost);
    }

    @Nullable Standing standing(Login login, UUID alliance) {
        Map<UUID, Standing> standings = byLogin.get(login);
        return standings == null ? null : standings.get(alliance);
    }

    Set<UUID> alliances(Login login) {
        Map<UUID, Standing> standings = byLogin.get(login);
        return standings == null ? Set.of() : Set.copyOf(standings.keySet());
    }

    void clear() {
        byLogin.clear();
        byMember.clear();
    }

    private void remove(Login login, UUID alliance) {
        Map<UUID, Standing> standings = byLogin.get(login);
        if (standings != null) {
            standings.remove(alliance);
            if (standings.isEmpty()) {
                byLogin.remove(login);
            }
        }
    }

    /** Which logins may now hear of the alliance, and which may no longer. */
    record Effect(Set<Login> gained, Set<Login> lost) {
        static final Effect NONE = new Effect(Set.of(), Set.of());
    }

    private record Member(UUID alliance, UUID person) {}

    private record Known(long version, List<Login> logins) {
        static final Known NOTHING = new Known(0, List.of());
    }
}
