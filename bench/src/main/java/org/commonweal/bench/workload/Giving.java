package org.commonweal.bench.workload;

import io.netty.handler.codec.http.HttpMethod;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.commonweal.bench.load.Calls.Call;
import org.commonweal.bench.stack.Members;

/** W3: a contribution is given, with its needs, its clock and its facts in the journal. */
public final class Giving implements Workload {

    private static final int RANDOM_BITS_A = 12;

    @Override
    public String name() {
        return "W3";
    }

    @Override
    public String title() {
        return "a contribution is given";
    }

    @Override
    public String run(Run run) {
        var members = Members.of(run.stack());
        return new Saturation(run, "contribution", "A contribution is given", "at least 0.5")
                .compare(calls -> calls.sender(n -> call(members, n)));
    }

    static Call call(Members members, long n) {
        var id = timeOrdered();
        var body =
                """
                {"goal":"%s","kind":"PIECE","title":"Clause %d of the common engagement letter",
                 "body":"What every firm signs, so that a client reads it once."}
                """
                        .formatted(members.goal(), n);
        return new Call(
                HttpMethod.PUT,
                "/api/alliances/" + members.alliance() + "/contributions/" + id,
                members.member(n).token(),
                body);
    }

    /** A UUID of version 7, as a client makes one. */
    static UUID timeOrdered() {
        var chance = ThreadLocalRandom.current();
        var high =
                (System.currentTimeMillis() << 16) | 0x7000L | chance.nextLong(1L << RANDOM_BITS_A);
        return new UUID(high, (chance.nextLong() >>> 2) | 0x8000000000000000L);
    }
}
