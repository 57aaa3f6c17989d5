package org.commonweal.contribution.reading;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contribution, whole. Of imported history {@code goal}, {@code acknowledgeBy} and {@code
 * receipt} are absent.
 *
 * @param turn those who are asked to answer now
 * @param handledBy those who handed it over to somebody else, the last 20
 * @param origin where its author gave it, of what was brought along from there
 */
@Schema(name = "Contribution")
public record ContributionV1(
        UUID id,
        @Nullable UUID goal,
        @Schema(allowableValues = {"PIECE", "QUESTION", "ANSWER", "HELP"}) String kind,
        String title,
        String body,
        UUID author,
        @Nullable UUID organization,
        @Schema(allowableValues = {"OPEN", "ACKNOWLEDGED", "DECLINED", "HISTORICAL"}) String state,
        Instant submittedAt,
        @Nullable Instant acknowledgeBy,
        @Nullable Instant remindedAt,
        @Nullable Instant escalatedAt,
        List<UUID> turn,
        List<AcknowledgementV1> acknowledgements,
        @Nullable RefusalV1 refusal,
        @Nullable String area,
        List<HandlerV1> handledBy,
        @Nullable ReceiptV1 receipt,
        @Nullable OriginV1 origin,
        long version) {

    public ContributionV1 {
        turn = List.copyOf(turn);
        acknowledgements = List.copyOf(acknowledgements);
        handledBy = List.copyOf(handledBy);
    }

    /** Somebody who passed it on, and for whom, where that is known. */
    @Schema(name = "Handler")
    public record HandlerV1(UUID person, @Nullable UUID organization) {}

    /** One acknowledgement; of imported history {@code kind} is the alliance's own word. */
    @Schema(name = "Acknowledgement")
    public record AcknowledgementV1(
            UUID id,
            UUID by,
            @Nullable UUID organization,
            @Nullable String note,
            Instant at,
            String kind) {}

    /** Why it was declined, and by whom. */
    @Schema(name = "Refusal")
    public record RefusalV1(UUID id, UUID by, UUID organization, String reason, Instant at) {}

    /**
     * The original, in the alliance that this one came from; whether the reader may enter it, that
     * one says.
     */
    @Schema(name = "ContributionOrigin")
    public record OriginV1(UUID alliance, UUID contribution) {}

    /** It has arrived, and by when a person of another firm answers. */
    @Schema(name = "Receipt")
    public record ReceiptV1(Instant receivedAt, Instant acknowledgeBy) {}
}
