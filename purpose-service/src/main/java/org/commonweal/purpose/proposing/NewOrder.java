package org.commonweal.purpose.proposing;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.commonweal.purpose.domain.Wish;
import org.commonweal.purpose.loading.MotionRows.Kind;
import org.commonweal.purpose.loading.OrderDocument;
import org.jspecify.annotations.Nullable;

/**
 * What another service is to carry out; each kind has its parts.
 *
 * @param amountMinor in minor units of the currency
 */
@Schema(name = "NewOrder")
record NewOrder(
        @NotBlank @Size(max = 200) String title,
        @NotNull OrderKind kind,
        @Nullable UUID organization,
        @Nullable UUID person,
        @Nullable @Pattern(regexp = "[A-Z][A-Z_]{1,31}") String office,
        @Nullable LocalDate until,
        @Nullable @Valid NewAdmission admission,
        @Nullable UUID pool,
        @Nullable @Min(1) @Max(1_000_000_000_000L) Long amountMinor,
        @Nullable @Pattern(regexp = "[A-Z]{3}") String currency,
        @NotBlank @Size(max = 2_000) String reason) {

    /** Which of them. */
    @Schema(name = "OrderKind")
    enum OrderKind {
        ADMIT_ORGANIZATION,
        REMOVE_ORGANIZATION,
        REMOVE_MEMBER,
        GIVE_OFFICE,
        END_OFFICE,
        SPEND
    }

    /** A firm that is to take part, under an id of its own. */
    @Schema(name = "NewAdmission")
    record NewAdmission(
            @NotNull UUID organization,
            @NotBlank @Size(max = 120) String name,
            @NotBlank @Size(max = 24) String shortName,
            @NotNull @Size(max = 20) List<@NotBlank @Size(max = 253) String> mailDomains) {}

    @Schema(hidden = true)
    @AssertTrue(message = "names all that its kind needs")
    boolean isComplete() {
        return switch (kind) {
            // Said by the field itself.
            case null -> true;
            case ADMIT_ORGANIZATION -> admission != null;
            case REMOVE_ORGANIZATION -> organization != null;
            case REMOVE_MEMBER -> person != null;
            case GIVE_OFFICE -> person != null && office != null && until != null;
            case END_OFFICE -> person != null && office != null;
            case SPEND ->
                    pool != null
                            && amountMinor != null
                            && currency != null
                            && (organization == null) != (person == null);
        };
    }

    Wish wish() {
        return new Wish.GiveOrder(
                document().order(Kind.valueOf(kind.name())), title.strip(), reason.strip());
    }

    private OrderDocument document() {
        return new OrderDocument(
                organization,
                person,
                office,
                until,
                admission == null
                        ? null
                        : new OrderDocument.AdmissionDocument(
                                admission.organization(),
                                admission.name().strip(),
                                admission.shortName().strip(),
                                admission.mailDomains()),
                pool,
                amountMinor,
                currency);
    }
}
