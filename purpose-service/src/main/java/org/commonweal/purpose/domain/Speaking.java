package org.commonweal.purpose.domain;

import java.util.Optional;

/** The decision about saying something in a dialogue, or about what was said. */
public sealed interface Speaking {

    /** More would be read by nobody. */
    int VOICES_MAX = 500;

    /** So that nobody alone fills what all have to say something in. */
    int VOICES_PER_MEMBER_MAX = 50;

    record Spoken() implements Speaking {}

    /** The same command was carried out before. */
    record Repeated() implements Speaking {}

    record Refused(Refusal refusal) implements Speaking {}

    /** Why it is not taken. */
    enum Refusal {
        ID_TAKEN,
        CLASS_NOT_ALLOWED,
        NOT_IN_DIALOGUE,
        /** Support and concerns are about the text that was read. */
        TEXT_CHANGED,
        CONCERN_UNKNOWN,
        /** Who raised a concern says whether it is resolved, and nobody else. */
        NOT_WHO_RAISED_IT,
        /** Who brought up a proposal changes it and takes it back, and nobody else. */
        NOT_WHO_BROUGHT_IT_UP,
        /** What is written as a draft is changed as a draft. */
        WRITTEN_AS_A_DRAFT,
        DIALOGUE_FULL
    }

    /** Decides about words of a member on the text that the member has read. */
    static Speaking decide(Talk talk, int textRead) {
        if (!talk.inDialogue()) {
            return new Refused(Refusal.NOT_IN_DIALOGUE);
        }
        if (textRead != talk.text()) {
            return new Refused(Refusal.TEXT_CHANGED);
        }
        return talk.voices() >= VOICES_MAX || talk.ownVoices() >= VOICES_PER_MEMBER_MAX
                ? new Refused(Refusal.DIALOGUE_FULL)
                : new Spoken();
    }

    /** Decides about an answer to a concern; it is one to the concern, whatever the text is now. */
    static Speaking answer(Talk talk) {
        return talk.concernBy().isEmpty()
                ? new Refused(Refusal.CONCERN_UNKNOWN)
                : decide(talk, talk.text());
    }

    /** Decides about saying that an own concern is resolved, or that it is not. */
    static Speaking resolve(Talk talk, PersonId by) {
        if (talk.concernBy().isEmpty()) {
            return new Refused(Refusal.CONCERN_UNKNOWN);
        }
        if (!talk.concernBy().get().equals(by)) {
            return new Refused(Refusal.NOT_WHO_RAISED_IT);
        }
        return talk.inDialogue() ? new Spoken() : new Refused(Refusal.NOT_IN_DIALOGUE);
    }

    /** Decides about taking a proposal back. */
    static Speaking withdraw(Talk talk, PersonId by) {
        if (!talk.broughtUpBy().equals(by)) {
            return new Refused(Refusal.NOT_WHO_BROUGHT_IT_UP);
        }
        return talk.inDialogue() ? new Spoken() : new Refused(Refusal.NOT_IN_DIALOGUE);
    }

    /**
     * How a dialogue stands.
     *
     * @param text the version of the text that is talked about
     * @param voices how often something was said
     * @param ownVoices how often by whoever speaks now
     * @param concernBy who raised the concern that it is about; empty when there is no such one
     */
    record Talk(
            boolean inDialogue,
            int text,
            int voices,
            int ownVoices,
            PersonId broughtUpBy,
            Optional<PersonId> concernBy) {}
}
