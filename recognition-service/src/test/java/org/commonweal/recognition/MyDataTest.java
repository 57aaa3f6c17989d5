package org.commonweal.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.commonweal.platform.test.DataContract;
import org.commonweal.platform.test.PersonColumns;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person takes along what they gave here, also after leaving; nobody else gets it. */
class MyDataTest extends RecognitionTest {

    /** Columns that may name a person and are not taken along from here, and why. */
    private static final Map<String, String> NOT_TAKEN =
            Map.ofEntries(
                    Map.entry("accepted_agreement.person_id", "membership-service's to export"),
                    Map.entry("balance.holder_id", "the sum of the credit that is exported"),
                    Map.entry("contribution.author_id", "contribution-service's to export"),
                    Map.entry("deposit.confirmed_by", "the alliance's money, in an office"),
                    Map.entry(
                            "deposit.confirmed_by_organization_id", "the firm of who confirmed it"),
                    Map.entry("deposit.recorded_by", "the firm's money, in an office"),
                    Map.entry("due.subject", "what a clock waits for"),
                    Map.entry("executed_decision.decision_id", "what the members decided"),
                    Map.entry("journal.actor", "the record of what the tables say"),
                    Map.entry("journal.subject", "the record of what the tables say"),
                    Map.entry(
                            "ledger_transaction.acknowledged_by",
                            "contribution-service exports the acknowledgement"),
                    Map.entry("money_transaction.decision_id", "what the members decided"),
                    Map.entry("money_transaction.deposit_id", "a deposit"),
                    Map.entry("money_transaction.pool_id", "a pool"),
                    Map.entry("deposit.pool_id", "a pool"),
                    Map.entry("pool.confirmed_by", "the alliance's money, in an office"),
                    Map.entry("pool.confirmed_by_organization_id", "the firm of who confirmed it"),
                    Map.entry("pool.recorded_by", "the firm's money, in an office"),
                    Map.entry("standing.person_id", "membership-service's to export"));

    @Test
    void every_column_that_may_name_a_person_is_exported_or_explained() {
        assertThat(
                        new PersonColumns(database, "recognition")
                                .notExported(
                                        "recognition-service/src/main/java/org/commonweal/recognition/exporting/OwnThings.java"))
                .containsExactlyInAnyOrderElementsOf(NOT_TAKEN.keySet());
    }

    @Test
    void who_has_left_takes_the_own_things_along_and_nobody_else_does() {
        var me = member(id(), id());
        var other = member(me.alliance(), id());
        var work = id();
        tell(
                "contribution.submitted.v1",
                me.alliance(),
                work,
                Map.of(
                        "contribution",
                        work,
                        "title",
                        "Of theirs",
                        "author",
                        other.person(),
                        "organization",
                        other.organization()));
        var thanks = Map.of("contribution", work.toString(), "text", "Thanks, my friend.");
        await(() -> put(me, "/thanks/" + id(), thanks).expectStatus().isCreated());
        var data = mine(me);
        assertThat(data.at("/format").asString()).isEqualTo("commonweal.my-data.recognition.v1");
        assertThat(data.at("/person").asString()).isEqualTo(me.person().toString());
        assertThat(data.at("/thanksGiven/0/text").asString()).isEqualTo("Thanks, my friend.");
        assertThat(data.at("/thanksGiven/0/contribution").asString()).isEqualTo(work.toString());
        assertThat(data.at("/credit").size()).isZero();
        assertThat(mine(other).at("/thanksReceived/0/from").asString())
                .isEqualTo(me.person().toString());
        get(new Someone(me.alliance(), id(), id(), "never-seen"), "/my-data/recognition")
                .expectStatus()
                .isNotFound();
        var elsewhere = member(id(), id());
        get(new Someone(me.alliance(), id(), id(), elsewhere.subject()), "/my-data/recognition")
                .expectStatus()
                .isNotFound();
        assertThat(mine(other).at("/thanksGiven").size()).isZero();
        standing(me, "ENDED", 2);
        await(() -> get(me, "/ledger/mine").expectStatus().isNotFound());
        assertThat(mine(me).at("/thanksGiven").size()).isOne();
    }

    private JsonNode mine(Someone someone) {
        var answer =
                get(someone, "/my-data/recognition")
                        .expectStatus()
                        .isOk()
                        .expectHeader()
                        .exists("Commonweal-Seal")
                        .expectBody(String.class)
                        .returnResult();
        assertThat(DataContract.violations("recognition", String.valueOf(answer.getResponseBody())))
                .isEmpty();
        return JsonMapper.shared().readTree(String.valueOf(answer.getResponseBody()));
    }
}
