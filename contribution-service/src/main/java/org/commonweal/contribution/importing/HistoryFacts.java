package org.commonweal.contribution.importing;

import java.time.Instant;
import java.util.UUID;
import org.commonweal.contribution.importing.HistoryBatch.Known;
import org.commonweal.contribution.importing.HistoryBatch.NewAcknowledgement;
import org.commonweal.contribution.importing.HistoryBatch.NewContribution;
import org.commonweal.contribution.wire.AcknowledgementImportedV1;
import org.commonweal.contribution.wire.ImportedV1;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.messaging.Journal;

/** Rows and facts of an imported history. The ids follow from the lines: no run makes others. */
final class HistoryFacts {

    private HistoryFacts() {}

    static NewContribution row(ParsedLine.Contribution given) {
        return new NewContribution(
                given.id(),
                given.externalId(),
                given.title(),
                given.area(),
                given.person(),
                given.organization(),
                given.at(),
                given.handledBy());
    }

    static NewAcknowledgement row(ParsedLine.Acknowledgement given) {
        return new NewAcknowledgement(
                given.id(),
                given.contribution(),
                given.person(),
                given.organization(),
                given.kind(),
                given.at());
    }

    static Journal.Entry imported(ParsedLine.Contribution given, UUID importer) {
        var payload =
                new ImportedV1(
                        given.id(),
                        given.externalId(),
                        given.title(),
                        given.area(),
                        given.person(),
                        given.organization(),
                        given.at(),
                        given.handledBy());
        return entry(given.id(), given.at(), ImportedV1.TYPE, importer, payload);
    }

    static Journal.Entry imported(
            ParsedLine.Acknowledgement given, Known about, boolean first, UUID importer) {
        var payload =
                new AcknowledgementImportedV1(
                        given.id(),
                        given.contribution(),
                        given.kind(),
                        given.person(),
                        given.organization(),
                        given.at(),
                        about.author(),
                        about.organization(),
                        about.writtenAt(),
                        about.title(),
                        first);
        return entry(given.id(), given.at(), AcknowledgementImportedV1.TYPE, importer, payload);
    }

    private static Journal.Entry entry(
            UUID subject, Instant at, String type, UUID importer, Object payload) {
        return new Journal.Entry(
                Ids.ofTransition(subject, "imported", at),
                type,
                subject,
                1,
                importer,
                null,
                Audience.EVERYONE,
                null,
                payload);
    }
}
