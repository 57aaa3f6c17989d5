package org.commonweal.contribution;

import java.util.UUID;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.test.LeakProbe;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Two alliances on one pool of four connections, with failing and cancelled requests. */
class LeakTest extends ContributionTest {

    @Test
    void nothing_of_the_other_alliance_ever_appears() {
        var one = alliance();
        var other = alliance();
        for (var alliance : new UUID[] {one, other}) {
            var author = member(alliance, id());
            var goal = goal(alliance, author.person());
            submitted(author, goal, "canary-" + alliance);
        }
        var scoped = service.getBean(ScopedDatabase.class);
        var probe =
                new LeakProbe(
                        new LeakProbe.Tenant(one, "canary-" + one),
                        new LeakProbe.Tenant(other, "canary-" + other));
        probe.check((alliance, trouble) -> seen(scoped, alliance, trouble));
    }

    /** All tables at once, without the first wall: only the database's is under test. */
    private static Mono<String> seen(ScopedDatabase scoped, UUID alliance, Mono<Void> trouble) {
        return scoped.inAlliance(
                alliance,
                sql ->
                        sql.sql(
                                        """
                                        SELECT (SELECT string_agg(title, ' ') FROM contribution)
                                            || (SELECT string_agg(payload::text, ' ') FROM journal)
                                            || (SELECT coalesce(string_agg(title, ' '), '') FROM need)
                                        """)
                                .map(row -> String.valueOf(row.get(0, String.class)))
                                .one()
                                .flatMap(text -> trouble.thenReturn(text)));
    }
}
