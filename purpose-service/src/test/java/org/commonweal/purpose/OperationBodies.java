package org.commonweal.purpose;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A body that each writing operation can read; a new operation is taught here, once. */
final class OperationBodies {

    private OperationBodies() {}

    /**
     * @param person who owns the goal that is set
     * @param purpose that is proposed
     */
    static Map<String, Object> of(UUID person, UUID purpose, Instant now) {
        var closesAt = now.plusSeconds(660).toString();
        var bodies = new HashMap<String, Object>();
        bodies.put("draft", PurposeTest.COMPLETE);
        bodies.put("amendDraft", PurposeTest.COMPLETE);
        bodies.put("propose", Map.of("purpose", purpose, "closesAt", closesAt));
        bodies.put("openBallot", Map.of("closesAt", closesAt));
        bodies.put(
                "amendProposal",
                Map.of("textRead", 1, "conclusion", PurposeTest.conclusion(purpose)));
        bodies.put("takePosition", Map.of("stance", "FOR", "words", "W", "textRead", 1));
        bodies.put("raiseConcern", Map.of("blocking", true, "words", "W", "textRead", 1));
        bodies.put("answerConcern", Map.of("words", "W"));
        bodies.put("resolveConcern", Map.of("resolved", true));
        bodies.put("withdrawProposal", Map.of());
        bodies.put("amendPurpose", Map.of("reason", "A slip", "title", "One due-diligence list"));
        bodies.put("challengeWording", Map.of("reason", "It says another thing"));
        bodies.put("prepareFork", PurposeTest.FORK);
        bodies.put("vote", Map.of("choice", "YES"));
        bodies.put("confer", Map.of("choice", "YES"));
        bodies.put("recuse", Map.of("recused", true, "reason", "A conflict of interest"));
        bodies.put("giveProxy", Map.of("holder", PurposeTest.id(), "body", "FIRMS"));
        bodies.put("stateOutcome", Map.of("statement", "Half of all matters use the list."));
        bodies.put("reviewDecision", Map.of("finding", "ENDED", "text", "It has done its work"));
        bodies.put("signPaper", Map.of("blinded", "A".repeat(342)));
        bodies.put(
                "castSecretly",
                Map.of(
                        "token", "A".repeat(86),
                        "signature", "A".repeat(342),
                        "choice", "YES"));
        bodies.put("checkIn", Map.of("value", "3", "on", "2026-11-20"));
        bodies.put(
                "setGoal",
                Map.of(
                        "title", "A goal",
                        "unit", "days",
                        "baseline", "9",
                        "target", "2",
                        "due", "2027-05-31",
                        "owner", person));
        return bodies;
    }
}
