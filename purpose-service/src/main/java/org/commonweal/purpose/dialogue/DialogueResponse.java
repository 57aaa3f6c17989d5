package org.commonweal.purpose.dialogue;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.commonweal.purpose.domain.Stage;
import org.commonweal.purpose.loading.OrderDocument;
import org.commonweal.purpose.loading.QuestionDocument;
import org.commonweal.purpose.loading.RulesChangeDocument;
import org.jspecify.annotations.Nullable;

/**
 * What was said about a proposal.
 *
 * @param texts the newest first, of which the first is talked about
 * @param positions the last one of each member, the newest first
 * @param concerns in the order in which they were raised
 */
@Schema(name = "DialogueContent")
record DialogueResponse(List<TextVersion> texts, List<Position> positions, List<Concern> concerns) {

    DialogueResponse {
        texts = List.copyOf(texts);
        positions = List.copyOf(positions);
        concerns = List.copyOf(concerns);
    }

    /** What the proposal said, from that moment on. */
    @Schema(name = "ProposalTextVersion")
    record TextVersion(int version, String title, TextContent content, UUID by, Instant at) {}

    /** Of a draft its parts, of all else the reason and what is asked, would change or be done. */
    @Schema(name = "ProposalTextContent")
    record TextContent(
            @Nullable String statement,
            @Nullable String output,
            @Nullable String measure,
            @Nullable LocalDate deadline,
            @Nullable LocalDate before,
            @Nullable String goal,
            @Nullable String words,
            @Nullable RulesChangeDocument change,
            @Nullable QuestionDocument question,
            @Nullable Stage stage,
            @Nullable OrderDocument order) {}

    /**
     * Where a member stands.
     *
     * @param textVersion of the text that it is about
     */
    @Schema(name = "Position")
    record Position(
            UUID id,
            UUID person,
            UUID organization,
            Words.Stance stance,
            String words,
            int textVersion,
            Instant at) {}

    /**
     * What speaks against it as it is.
     *
     * @param resolvedAt when who raised it said that it is resolved
     */
    @Schema(name = "Concern")
    record Concern(
            UUID id,
            UUID person,
            UUID organization,
            boolean blocking,
            String words,
            int textVersion,
            Instant at,
            @Nullable Instant resolvedAt,
            List<Answer> answers) {

        Concern {
            answers = List.copyOf(answers);
        }
    }

    @Schema(name = "ConcernAnswer")
    record Answer(UUID id, UUID person, UUID organization, String words, Instant at) {}
}
