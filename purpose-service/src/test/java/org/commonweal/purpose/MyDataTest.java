package org.commonweal.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonweal.platform.test.DataContract;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person takes along what they gave here, also after leaving; nobody else gets it. */
class MyDataTest extends PurposeTest {

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
