package org.commonweal.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.commonweal.platform.test.AccessMatrix;
import org.commonweal.purpose.domain.ParticipantClass;
import org.commonweal.purpose.domain.ParticipantClass.Right;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;

/** Members shape purpose and goals; experts and customers read; a guest reads one goal (A8). */
class ParticipantClassesTest extends PurposeTest {

    @Test
    void a_guest_reads_how_its_goal_comes_out_and_no_other() {
        var owner = delegate(alliance());
        ratified(owner);
        var call = goal(owner);
        var other = goal(owner);
        put(owner, "/goals/" + call + "/check-ins/" + id(), CHECK_IN).expectStatus().isCreated();
        var guest = guest(owner.alliance(), call);
        get(guest, "/goals/" + call)
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("A goal")
                .jsonPath("$.current")
                .isEqualTo("3");
        refused(get(guest, "/goals/" + other), 404, "not-found");
        refused(put(guest, "/goals/" + id(), goalOf(owner)), 404, "not-found");
        refused(put(guest, "/goals/" + call + "/check-ins/" + id(), CHECK_IN), 404, "not-found");
        standing(guest, new As("GUEST", null, "ENDED", false), 2);
        await(() -> assertThat(status(get(guest, "/goals/" + call))).isEqualTo(404));
    }

    @Test
    void a_guest_of_another_alliance_is_nobody_here() {
        var owner = delegate(alliance());
        ratified(owner);
        var call = goal(owner);
        var guest = guest(owner.alliance(), call);
        var elsewhere = new Someone(alliance(), guest.person(), id(), guest.subject());
        standing(elsewhere, new As("GUEST", call, "GUEST", false), 1);
        refused(get(elsewhere, "/goals/" + call), 404, "not-found");
    }

    @TestFactory
    Stream<DynamicTest> every_other_operation_is_not_there_for_a_guest() {
        var owner = delegate(alliance());
        ratified(owner);
        var call = goal(owner);
        var guest = guest(owner.alliance(), call);
        var ids = Map.of("alliance", owner.alliance(), "goal", call, "draft", draft(owner));
        var bodies = OperationBodies.of(owner.person(), id(), now());
        var port = service.getEnvironment().getRequiredProperty("local.server.port");
        return new AccessMatrix("purpose-service", "http://127.0.0.1:" + port, bodies, ids)
                .refuses(
                        Map.of("a guest", tokens.of(guest.subject())),
                        404,
                        "not-found",
                        "goal",
                        "exportMyData");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EXPERT", "CUSTOMER"})
    void whoever_is_no_member_reads_and_neither_shapes_nor_votes(String as) {
        var owner = delegate(alliance());
        var purpose = ratified(owner);
        var call = goal(owner);
        var draft = draft(owner);
        var person = someone(owner.alliance(), id());
        // Even a standing that wrongly says so makes no delegate of another class.
        standing(person, new As(as, null, "ACTIVE", true), 1);
        sees(person, 200);
        get(person, "/goals/" + call).expectStatus().isOk();
        refused(put(person, "/purpose/drafts/" + id(), COMPLETE), 403, "class-not-allowed");
        refused(
                send(HttpMethod.PATCH, person, "/purpose/drafts/" + draft, COMPLETE, id(), "\"1\""),
                403,
                "class-not-allowed");
        refused(put(person, "/goals/" + id(), goalOf(owner)), 403, "class-not-allowed");
        refused(
                put(person, "/goals/" + call + "/check-ins/" + id(), CHECK_IN),
                403,
                "class-not-allowed");
        refused(propose(person, id(), "conclusion", conclusion(purpose)), 403, "class-not-allowed");
        var ballot = ballot(owner, "conclusion", conclusion(purpose));
        refused(vote(person, ballot, "YES"), 403, "not-a-delegate");
        get(owner, "/proposals/" + ballot)
                .expectBody()
                .jsonPath("$.electorate.length()")
                .isEqualTo(1);
        refused(put(owner, "/goals/" + id(), goalOf(person)), 422, "owner-not-a-member");
    }

    @Test
    void the_table_gives_a_guest_the_call_alone() {
        assertThat(Stream.of(Right.values()).filter(ParticipantClass.GUEST::may))
                .containsExactly(Right.READ_THE_CALL);
        assertThat(Stream.of(ParticipantClass.values()).filter(as -> as.may(Right.SHAPE)))
                .containsExactly(ParticipantClass.MEMBER);
    }

    private static final Map<String, Object> CHECK_IN = Map.of("value", "3", "on", "2026-11-20");

    private UUID goal(Someone owner) {
        var goal = id();
        put(owner, "/goals/" + goal, goalOf(owner)).expectStatus().isCreated();
        return goal;
    }

    private static Map<String, Object> goalOf(Someone owner) {
        return Map.of(
                "title", "A goal",
                "unit", "days",
                "baseline", "9",
                "target", "2",
                "due", "2027-05-31",
                "owner", owner.person());
    }

    /** The service knows the standing when this returns. */
    private Someone guest(UUID alliance, UUID call) {
        var guest = someone(alliance, id());
        standing(guest, new As("GUEST", call, "GUEST", false), 1);
        await(() -> assertThat(status(get(guest, "/goals/" + call))).isEqualTo(200));
        return guest;
    }
}
