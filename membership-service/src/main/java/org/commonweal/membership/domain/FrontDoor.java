package org.commonweal.membership.domain;

import java.util.List;

/**
 * What an alliance asks of whoever applies; closed until its delegates open it.
 *
 * @param version of the questions; 0 before any were set
 */
public record FrontDoor(long version, boolean open, List<String> questions) {

    public static final FrontDoor CLOSED = new FrontDoor(0, false, List.of());

    public static final int QUESTIONS_MOST = 10;

    public FrontDoor {
        questions = List.copyOf(questions);
    }

    /** Whether each question has an answer that is not blank, and nothing else is answered. */
    public boolean isAnsweredBy(List<String> answers) {
        return answers.size() == questions.size() && answers.stream().noneMatch(String::isBlank);
    }
}
