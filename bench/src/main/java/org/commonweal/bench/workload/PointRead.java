package org.commonweal.bench.workload;

import org.commonweal.bench.load.Calls.Call;
import org.commonweal.bench.stack.Members;

/** W2: who is this member, of which firm, in which role. */
public final class PointRead implements Workload {

    @Override
    public String name() {
        return "W2";
    }

    @Override
    public String title() {
        return "point read of a member";
    }

    @Override
    public String run(Run run) {
        var members = Members.of(run.stack());
        return new Saturation(run, "membership", "A member is read", "at least 0.4")
                .compare(calls ->
                        calls.sender(n -> {
                            var me = members.member(n);
                            var path = "/api/alliances/" + members.alliance() + "/people/";
                            return Call.get(path + me.person(), me.token());
                        }));
    }
}
