package org.commonweal.recognition.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TransactionTest {

    private static final TransactionId ID = new TransactionId(new UUID(1, 1));
    private static final ContributionId WORK = new ContributionId(new UUID(2, 2));
    private static final PersonId AUTHOR = new PersonId(new UUID(3, 3));
    private static final PersonId READER = new PersonId(new UUID(4, 4));
    private static final OrganizationId OWN = new OrganizationId(new UUID(5, 5));
    private static final OrganizationId OTHER = new OrganizationId(new UUID(6, 6));
    private static final Instant AT = Instant.parse("2026-03-04T05:06:07Z");

    @Test
    void the_first_acknowledgement_by_another_firm_credits_the_author_and_the_group() {
        var credit = Transaction.credit(ID, acknowledged(OWN, OTHER, true)).orElseThrow();
        assertThat(credit)
                .isEqualTo(
                        new Transaction(
                                ID,
                                WORK,
                                OWN,
                                READER,
                                AT,
                                List.of(
                                        new Entry(new Account.Person(AUTHOR), Unit.CREDIT, 1),
                                        new Entry(new Account.Group(), Unit.CREDIT, 1),
                                        new Entry(new Account.Issuance(), Unit.CREDIT, -2))));
    }

    @Test
    void no_other_acknowledgement_does() {
        assertThat(Transaction.credit(ID, acknowledged(OWN, OTHER, false))).isEmpty();
        assertThat(Transaction.credit(ID, acknowledged(OWN, OWN, true))).isEmpty();
        assertThat(Transaction.credit(ID, acknowledged(null, OTHER, true))).isEmpty();
        assertThat(Transaction.credit(ID, acknowledged(OWN, null, true))).isEmpty();
    }

    @Test
    void entries_that_do_not_sum_to_nothing_make_no_transaction() {
        var gift = new Entry(new Account.Person(AUTHOR), Unit.CREDIT, 3);
        var less = new Entry(new Account.Issuance(), Unit.CREDIT, -2);
        assertThatThrownBy(() -> new Transaction(ID, WORK, OWN, READER, AT, List.of(gift, less)))
                .hasMessageContaining("not balanced");
        assertThatThrownBy(() -> new Transaction(ID, WORK, OWN, READER, AT, List.of()))
                .hasMessageContaining("not balanced");
        assertThatThrownBy(() -> new Entry(new Account.Group(), Unit.CREDIT, 0))
                .hasMessageContaining("moves something");
    }

    @Test
    void hours_and_activity_are_no_units() {
        assertThat(Unit.values()).extracting(Unit::code).containsExactly("credit");
    }

    private static Acknowledgement acknowledged(
            @Nullable OrganizationId own, @Nullable OrganizationId other, boolean first) {
        return new Acknowledgement(WORK, AUTHOR, own, READER, other, AT, first);
    }
}
