package org.commonweal.contribution.importing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.commonweal.contribution.domain.FirstByAnother;
import org.commonweal.contribution.domain.OrganizationId;
import org.commonweal.contribution.wire.ImportedV1.HandlerV1;
import org.commonweal.platform.messaging.Journal;
import org.jspecify.annotations.Nullable;

/** Decides on some lines of a history, one after the other, given what is known of them. */
final class HistoryBatch {

    private final UUID importer;
    private final Map<UUID, Known> contributions;
    private final Set<UUID> acknowledgements;

    private final List<HistoryResultV1> results = new ArrayList<>();
    private final List<NewContribution> newContributions = new ArrayList<>();
    private final List<NewAcknowledgement> newAcknowledgements = new ArrayList<>();
    private final Set<UUID> answeredNow = new HashSet<>();
    private final List<Journal.Entry> entries = new ArrayList<>();

    /**
     * Before the first line.
     *
     * @param importer the founder, by whose act the history comes in
     * @param contributions those that stand already and that the lines name
     * @param acknowledgements as well
     */
    HistoryBatch(UUID importer, Map<UUID, Known> contributions, Set<UUID> acknowledgements) {
        this.importer = importer;
        this.contributions = new HashMap<>(contributions);
        this.acknowledgements = new HashSet<>(acknowledgements);
    }

    /** A contribution to which an acknowledgement may refer. */
    record Known(
            UUID author,
            @Nullable UUID organization,
            Instant writtenAt,
            String title,
            boolean answeredByAnother) {}

    /** A row to keep; its names are the statement's. */
    record NewContribution(
            UUID id,
            String external_id,
            String title,
            @Nullable String area,
            UUID author,
            @Nullable UUID organization,
            Instant written_at,
            List<HandlerV1> handled_by) {}

    /** A row to keep; its names are the statement's. */
    record NewAcknowledgement(
            UUID id,
            UUID contribution,
            UUID person,
            @Nullable UUID organization,
            String kind,
            Instant at) {}

    HistoryBatch decide(List<ParsedLine> lines) {
        lines.forEach(line -> results.add(decide(line)));
        return this;
    }

    private HistoryResultV1 decide(ParsedLine line) {
        return switch (line) {
            case ParsedLine.Bad(var number, var reason) -> HistoryResultV1.rejected(number, reason);
            case ParsedLine.Contribution given -> contribution(given);
            case ParsedLine.Acknowledgement given -> acknowledgement(given);
        };
    }

    private HistoryResultV1 contribution(ParsedLine.Contribution given) {
        if (contributions.containsKey(given.id())) {
            return HistoryResultV1.duplicate(given.number());
        }
        contributions.put(
                given.id(),
                new Known(given.person(), given.organization(), given.at(), given.title(), false));
        newContributions.add(HistoryFacts.row(given));
        entries.add(HistoryFacts.imported(given, importer));
        return HistoryResultV1.kept(given.number());
    }

    private HistoryResultV1 acknowledgement(ParsedLine.Acknowledgement given) {
        var about = contributions.get(given.contribution());
        if (about == null) {
            return HistoryResultV1.rejected(
                    given.number(),
                    "the contribution " + given.externalContribution() + " is not known");
        }
        if (!acknowledgements.add(given.id())) {
            return HistoryResultV1.duplicate(given.number());
        }
        var first =
                FirstByAnother.isIt(
                        organization(about.organization()),
                        organization(given.organization()),
                        about.answeredByAnother() || answeredNow.contains(given.contribution()));
        if (first) {
            answeredNow.add(given.contribution());
        }
        newAcknowledgements.add(HistoryFacts.row(given));
        entries.add(HistoryFacts.imported(given, about, first, importer));
        return HistoryResultV1.kept(given.number());
    }

    private static Optional<OrganizationId> organization(@Nullable UUID id) {
        return Optional.ofNullable(id).map(OrganizationId::new);
    }

    List<HistoryResultV1> results() {
        return results;
    }

    List<NewContribution> newContributions() {
        return newContributions;
    }

    List<NewAcknowledgement> newAcknowledgements() {
        return newAcknowledgements;
    }

    List<Journal.Entry> entries() {
        return entries;
    }
}
