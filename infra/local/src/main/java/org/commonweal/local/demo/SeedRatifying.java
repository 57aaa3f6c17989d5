package org.commonweal.local.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.commonweal.local.demo.DemoAlliance.Person;

/** The firms' delegates ratify the purpose by a ballot, which ends by the database's clock. */
record SeedRatifying(SeedPlay play) {

    private static final Duration BALLOT = Duration.ofSeconds(7);
    private static final Duration BALLOT_CLOSE_LIMIT = Duration.ofMinutes(2);

    void ratify() {
        var draft = play.ids().of("purpose");
        var proposal = play.ids().of("proposal");
        var founder = play.story().founder();
        play.put(founder, "/purpose/drafts/" + draft, draft, fields(play.story().purpose()));
        if (!isOpened(proposal)) {
            var closes = play.clock().instant().plus(BALLOT);
            play.put(
                    founder,
                    "/proposals/" + proposal,
                    proposal,
                    Map.of("purpose", draft, "closesAt", closes.toString()));
        }
        if (state(proposal).equals("OPEN")) {
            vote(proposal);
        }
        awaitAdoption(proposal);
    }

    /** A ballot that was opened before closes when it was to close then. */
    private boolean isOpened(UUID proposal) {
        return play.get(play.story().founder(), "/proposals").toString().contains("" + proposal);
    }

    private void vote(UUID proposal) {
        var delegates = new ArrayList<Person>();
        play.demo().firms().forEach(f -> play.joining(f).stream().limit(1).forEach(delegates::add));
        play.together(
                delegates,
                delegate ->
                        play.put(
                                delegate.mail(),
                                "/proposals/" + proposal + "/ballots/mine",
                                play.ids().of("ballot/" + delegate.mail()),
                                Map.of("choice", "YES")));
    }

    private String state(UUID proposal) {
        return play.get(play.story().founder(), "/proposals/" + proposal).path("state").asString();
    }

    private void awaitAdoption(UUID proposal) {
        var deadline = play.clock().instant().plus(BALLOT_CLOSE_LIMIT);
        var state = state(proposal);
        while (state.equals("OPEN") && play.clock().instant().isBefore(deadline)) {
            SeedClient.pause();
            state = state(proposal);
        }
        if (!state.equals("ADOPTED")) {
            throw new IllegalStateException("the purpose was not adopted: " + state);
        }
    }

    private static Map<String, String> fields(Story.Purpose purpose) {
        return Map.of(
                "title", purpose.title(),
                "statement", purpose.statement(),
                "output", purpose.output(),
                "measure", purpose.measure(),
                "deadline", purpose.deadline(),
                "goal", purpose.goal());
    }
}
