package org.commonweal.purpose.domain;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether other words for an active purpose may be proposed as a mere wording (claim B1). */
public sealed interface Rewording {

    /** It waits for whoever calls it major. */
    record Proposed(PurposeText text) implements Rewording {}

    /** The same command was carried out before. */
    record Repeated() implements Rewording {}

    record Refused(Refusal refusal) implements Rewording {}

    /**
     * It says something else than the members have ratified, which founds a new community.
     *
     * @param scope the parts of the text that do
     * @param audience whether it changes who reads
     * @param eligibility whether it changes who may be a member
     */
    record Fork(Set<TextPart> scope, boolean audience, boolean eligibility) implements Rewording {
        public Fork {
            scope = Set.copyOf(scope);
        }
    }

    /** Why words are not taken. */
    enum Refusal {
        ID_TAKEN,
        CLASS_NOT_ALLOWED,
        PURPOSE_NOT_RATIFIED,
        CHANGED_MEANWHILE,
        NOTHING_CHANGED,
        /** More time is given by a ballot. */
        DEADLINE_BY_BALLOT,
        /** One at a time, so that everybody knows what would be called major. */
        OPEN_ALREADY
    }

    /** What a purpose says in words, each of which can be written better. */
    enum TextPart {
        TITLE,
        STATEMENT,
        OUTPUT,
        MEASURE,
        GOAL
    }

    /**
     * What a member asks for.
     *
     * @param text the whole of it, as it would be
     * @param audience what it would say about who reads, where that is to change
     * @param eligibility what it would say about who may be a member, where that is to change
     */
    record Wish(PurposeText text, @Nullable String audience, @Nullable String eligibility) {}

    /** What is known when it is asked for; the versions are those of the purpose. */
    record Stand(PurposeText text, long version, long versionRead, boolean isFixOpen) {}

    /** What no words can disguise is told here; the rest is for the members to call. */
    static Rewording decide(Stand stand, Wish wish) {
        if (stand.version() != stand.versionRead()) {
            return new Refused(Refusal.CHANGED_MEANWHILE);
        }
        var scope = changedScope(stand.text(), wish.text());
        if (!scope.isEmpty() || wish.audience() != null || wish.eligibility() != null) {
            return new Fork(scope, wish.audience() != null, wish.eligibility() != null);
        }
        if (!java.util.Objects.equals(stand.text().deadline(), wish.text().deadline())) {
            return new Refused(Refusal.DEADLINE_BY_BALLOT);
        }
        if (stand.text().equals(wish.text())) {
            return new Refused(Refusal.NOTHING_CHANGED);
        }
        return stand.isFixOpen() ? new Refused(Refusal.OPEN_ALREADY) : new Proposed(wish.text());
    }

    /** The parts that say something else. */
    static Set<TextPart> changedScope(PurposeText before, PurposeText after) {
        var changed = EnumSet.noneOf(TextPart.class);
        for (var part : TextPart.values()) {
            if (!Likeness.isSameInOtherWords(words(before, part), words(after, part))) {
                changed.add(part);
            }
        }
        return changed;
    }

    private static @Nullable String words(PurposeText text, TextPart part) {
        return switch (part) {
            case TITLE -> text.title();
            case STATEMENT -> text.statement();
            case OUTPUT -> text.output();
            case MEASURE -> text.measure();
            case GOAL -> text.goal();
        };
    }
}
