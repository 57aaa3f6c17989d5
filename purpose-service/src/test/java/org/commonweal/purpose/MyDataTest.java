package org.commonweal.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.commonweal.platform.test.DataContract;
import org.commonweal.platform.test.PersonColumns;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person takes along what they gave here, also after leaving; nobody else gets it. */
class MyDataTest extends PurposeTest {

    /** Columns that may name a person and are not taken along from here, and why. */
    private static final Map<String, String> NOT_TAKEN =
            Map.ofEntries(
                    Map.entry("accepted_agreement.person_id", "membership-service's to export"),
                    Map.entry("rulebook.decided_by", "the proposal that decided it"),
                    Map.entry("deputy.delegate_id", "membership-service's to export"),
                    Map.entry("deputy.person_id", "membership-service's to export"),
                    Map.entry("due.subject", "what a clock waits for"),
                    Map.entry("elector.cast_by", "the vote is exported as such"),
                    Map.entry("elector.person_id", "the vote is exported as such"),
                    Map.entry("elector.voter_id", "the vote is exported as such"),
                    Map.entry(
                            "elector.proxy_id", "by which the vote was cast, exported as a proxy"),
                    Map.entry("vote.proxy_id", "by which the vote was cast, exported with it"),
                    Map.entry("need.voter_id", "whose vote is awaited"),
                    Map.entry("voice.concern_id", "what an answer is to"),
                    Map.entry("proxy.voter_id", "whose vote it is, exported as firm or person"),
                    Map.entry("vote.voter_id", "the vote is exported by who cast it"),
                    Map.entry("fork.founded_as", "the alliance that it became"),
                    Map.entry("journal.actor", "the record of what the tables say"),
                    Map.entry("journal.subject", "the record of what the tables say"),
                    Map.entry("lineage.fork_id", "where it was prepared"),
                    Map.entry("lineage.parent", "the alliance that this one came from"),
                    Map.entry(
                            "need.person_id",
                            "contribution-service exports what was asked of whom"),
                    Map.entry("need.review_of", "what is to be looked at again"),
                    Map.entry("proposal.follows", "what it goes on from"),
                    Map.entry("proposal.opened_by_organization", "the firm of who proposed it"),
                    Map.entry("review.follow_up", "what goes on from it"),
                    Map.entry("proposal.approved_by", "the sponsor's decision, in an office"),
                    Map.entry("proposal.approved_by_organization", "the sponsor"),
                    Map.entry("purpose.closed_by", "the proposal that closed it"),
                    Map.entry("purpose.ratified_by", "the proposal that ratified it"),
                    Map.entry("purpose_text.fix_id", "the words that became it"),
                    Map.entry("settled.person_id", "which standing has been acted on"),
                    Map.entry("stage.decided_by", "the proposal that decided it"),
                    Map.entry("standing.person_id", "membership-service's to export"),
                    Map.entry("tie.answered_by", "contribution-service exports the answers"),
                    Map.entry("tie.author_id", "contribution-service exports what was given"));

    @Test
    void every_column_that_may_name_a_person_is_exported_or_explained() {
        assertThat(
                        new PersonColumns(database, "purpose")
                                .notExported(
                                        "purpose-service/src/main/java/org/commonweal/purpose/exporting/OwnThings.java"))
                .containsExactlyInAnyOrderElementsOf(NOT_TAKEN.keySet());
    }

    @Test
    void who_has_left_takes_the_own_things_along_and_nobody_else_does() {
        var me = delegate(alliance());
        var other = delegate(me.alliance());
        var purpose = draft(me);
        var proposal = ballot(me, purpose);
        vote(me, proposal, "YES").expectStatus().isOk();
        var data = mine(me);
        assertThat(data.at("/format").asString()).isEqualTo("commonweal.my-data.purpose.v1");
        assertThat(data.at("/person").asString()).isEqualTo(me.person().toString());
        assertThat(data.at("/purposes/0/id").asString()).isEqualTo(purpose.toString());
        assertThat(data.at("/purposes/0/statement").asString())
                .isEqualTo(COMPLETE.get("statement"));
        assertThat(data.at("/proposals/0/id").asString()).isEqualTo(proposal.toString());
        assertThat(data.at("/votes/0/choice").asString()).isEqualTo("YES");
        assertThat(data.at("/checkIns").size()).isZero();
        closed(me, proposal, "ADOPTED");
        state(me, proposal, null).expectStatus().isOk();
        review(me, proposal, id(), Map.of("finding", "KEPT", "text", "Still so"))
                .expectStatus()
                .isCreated();
        assertThat(mine(me).at("/outcomes/0/statement").asString()).isEqualTo(STATED);
        assertThat(mine(me).at("/reviews/0/text").asString()).isEqualTo("Still so");
        assertThat(mine(other).at("/outcomes").size()).isZero();
        get(new Someone(me.alliance(), id(), id(), "never-seen"), "/my-data/purpose")
                .expectStatus()
                .isNotFound();
        var elsewhere = delegate(alliance());
        get(new Someone(me.alliance(), id(), id(), elsewhere.subject()), "/my-data/purpose")
                .expectStatus()
                .isNotFound();
        assertThat(mine(other).toString()).doesNotContain("due diligence");
        standing(me, "ENDED", false, 2);
        await(() -> get(me, "/purpose").expectStatus().isNotFound());
        assertThat(mine(me).toString()).contains("due diligence");
    }

    @Test
    void a_vote_is_taken_along_with_its_parts_and_the_proxy_by_which_it_was_cast() {
        var giver = delegate(alliance());
        var me = delegate(giver.alliance());
        var ballot = ballot(me, draft(me));
        var proxy = id();
        var given = Map.of("holder", me.person(), "body", "FIRMS");
        put(giver, "/proxies/" + proxy, given).expectStatus().isCreated();
        put(me, "/proxies/" + proxy + "/acceptance", Map.of()).expectStatus().isOk();
        var parts = Map.of("YES", 700_000, "NO", 300_000);
        put(
                        me,
                        "/proposals/" + ballot + "/ballots/mine",
                        Map.of("split", parts, "for", giver.organization()))
                .expectStatus()
                .isOk();
        var data = mine(me);
        assertThat(data.at("/votes/0/split/NO").asInt()).isEqualTo(300_000);
        assertThat(data.at("/votes/0/proxy").asString()).isEqualTo(proxy.toString());
    }

    private JsonNode mine(Someone someone) {
        var answer =
                get(someone, "/my-data/purpose")
                        .expectStatus()
                        .isOk()
                        .expectHeader()
                        .exists("Commonweal-Seal")
                        .expectBody(String.class)
                        .returnResult();
        assertThat(DataContract.violations("purpose", String.valueOf(answer.getResponseBody())))
                .isEmpty();
        return JsonMapper.shared().readTree(String.valueOf(answer.getResponseBody()));
    }
}
