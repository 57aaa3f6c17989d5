package org.commonweal.recognition.domain;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;

/**
 * A balanced posting: for each unit, what some accounts gain is what others give.
 *
 * @param organization for which the author worked that day; later changes move nothing
 * @param by who acknowledged
 */
public record Transaction(
        TransactionId id,
        ContributionId contribution,
        OrganizationId organization,
        PersonId by,
        Instant at,
        List<Entry> entries) {

    public static final long TO_THE_AUTHOR = 1;
    public static final long TO_THE_GROUP = 1;

    public Transaction {
        entries = List.copyOf(entries);
        var sums = new EnumMap<Unit, Long>(Unit.class);
        entries.forEach(entry -> sums.merge(entry.unit(), entry.amount(), Math::addExact));
        if (entries.isEmpty() || sums.values().stream().anyMatch(sum -> sum != 0)) {
            throw new IllegalArgumentException("the entries are not balanced: " + entries);
        }
    }

    /**
     * The credit for a contribution: once, at the first acknowledgement by another organization.
     * Empty for every other one; that the first comes again is the ledger's to notice, by {@code
     * id}.
     */
    public static Optional<Transaction> credit(TransactionId id, Acknowledgement acknowledgement) {
        var organization = acknowledgement.organizationKnownToAnother();
        if (!acknowledgement.first() || organization == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Transaction(
                        id,
                        acknowledgement.contribution(),
                        organization,
                        acknowledgement.by(),
                        acknowledgement.at(),
                        List.of(
                                new Entry(
                                        new Account.Person(acknowledgement.author()),
                                        Unit.CREDIT,
                                        TO_THE_AUTHOR),
                                new Entry(new Account.Group(), Unit.CREDIT, TO_THE_GROUP),
                                new Entry(
                                        new Account.Issuance(),
                                        Unit.CREDIT,
                                        -(TO_THE_AUTHOR + TO_THE_GROUP)))));
    }
}
