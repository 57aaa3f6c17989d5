package org.commonweal.local.demo;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

/** Goals are set and reported on; contributions are given, answered and thanked for. */
record SeedWorking(SeedPlay play) {

    /** From one check-in to the next; the last one is of today. */
    private static final int CHECK_IN_WEEKS = 2;

    void work() {
        play.together(play.story().goals(), this::pursue);
        play.together(play.story().contributions(), this::contribute);
    }

    private void pursue(Story.Goal goal) {
        var id = play.ids().of("goal/" + goal.key());
        play.put(
                goal.owner(),
                "/goals/" + id,
                id,
                Map.of(
                        "title", goal.title(),
                        "unit", goal.unit(),
                        "baseline", goal.baseline(),
                        "target", goal.target(),
                        "due", goal.due(),
                        "owner", personOf(goal.owner())));
        var today = LocalDate.ofInstant(play.clock().instant(), ZoneId.of(play.demo().timeZone()));
        var weeks = CHECK_IN_WEEKS * (goal.checkIns().size() - 1);
        for (var checkIn : goal.checkIns()) {
            var act = play.ids().of("check-in/" + goal.key() + "/" + checkIn.value());
            play.put(
                    goal.owner(),
                    "/goals/" + id + "/check-ins/" + act,
                    act,
                    Map.of(
                            "value", checkIn.value(),
                            "on", today.minusWeeks(weeks).toString(),
                            "note", checkIn.note()));
            weeks -= CHECK_IN_WEEKS;
        }
    }

    private UUID personOf(String mail) {
        var me = play.me(mail);
        return UUID.fromString(me.path("person").path("id").asString());
    }

    private void contribute(Story.Contribution contribution) {
        var id = play.ids().of("contribution/" + contribution.title());
        var path = "/contributions/" + id;
        play.put(
                contribution.by(),
                path,
                id,
                Map.of(
                        "goal", play.ids().of("goal/" + contribution.goal()),
                        "kind", contribution.kind(),
                        "title", contribution.title(),
                        "body", contribution.body()));
        var answer = contribution.answer();
        if (answer != null) {
            var act = play.ids().of("answer/" + contribution.title());
            play.put(
                    answer.by(),
                    path + (answer.acknowledged() ? "/acknowledgements/" : "/refusals/") + act,
                    act,
                    Map.of(answer.acknowledged() ? "note" : "reason", answer.text()));
        }
        var thanks = contribution.thanks();
        if (thanks != null) {
            var act = play.ids().of("thanks/" + contribution.title());
            play.put(
                    thanks.by(),
                    "/thanks/" + act,
                    act,
                    Map.of("contribution", id, "text", thanks.text()));
        }
    }
}
