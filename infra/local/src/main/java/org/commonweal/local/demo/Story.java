package org.commonweal.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What the demo's people do in their first hours, read from the file that tells it. */
record Story(
        String founder,
        String acknowledgementLimit,
        Charter charter,
        List<String> openInvitations,
        List<String> declining,
        int joiningPerFirm,
        List<String> reasons,
        List<String> asks,
        List<String> interests,
        List<String> doorQuestions,
        Purpose purpose,
        List<Goal> goals,
        List<Contribution> contributions) {

    Story {
        openInvitations = List.copyOf(openInvitations);
        declining = List.copyOf(declining);
        reasons = List.copyOf(reasons);
        asks = List.copyOf(asks);
        interests = List.copyOf(interests);
        doorQuestions = List.copyOf(doorQuestions);
        goals = List.copyOf(goals);
        contributions = List.copyOf(contributions);
    }

    /** Of the founding; the ballot is short, so that the first one ends while one waits. */
    record Charter(int quorumPerMillion, int thresholdPerMillion, String ballotMinimum) {}

    record Purpose(
            String title,
            String statement,
            String output,
            String measure,
            String deadline,
            String goal) {}

    record Goal(
            String key,
            String title,
            String unit,
            String baseline,
            String target,
            String due,
            String owner,
            List<CheckIn> checkIns) {
        Goal {
            checkIns = List.copyOf(checkIns);
        }
    }

    record CheckIn(String value, String note) {}

    record Contribution(
            String by,
            String goal,
            String kind,
            String title,
            String body,
            @Nullable Answer answer,
            @Nullable Thanks thanks) {}

    /** Acknowledged with a note, or declined with a reason. */
    record Answer(String by, boolean acknowledged, String text) {}

    record Thanks(String by, String text) {}

    static Story load() {
        try (var stream = Story.class.getResourceAsStream("/demo/story.json")) {
            return JsonMapper.shared().readValue(Objects.requireNonNull(stream), Story.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
