package org.commonweal.bench.workload;

import io.netty.handler.codec.http.HttpMethod;
import org.commonweal.bench.load.Calls.Call;
import org.commonweal.bench.stack.Members;
import org.commonweal.local.ClientIds;

/** W3: a contribution is given, with its needs, its clock and its facts in the journal. */
public final class Giving implements Workload {

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
        var id = ClientIds.next();
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
}
