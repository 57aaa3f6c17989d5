package org.commonweal.membership.merging;

import java.util.Map;
import java.util.UUID;
import org.commonweal.membership.firmleaving.FirmEnds;
import org.commonweal.membership.offices.OfficeSeats;
import org.commonweal.membership.seconding.Secondments;
import org.commonweal.membership.succession.Successions;
import org.commonweal.membership.wire.MemberMovedV1;
import org.commonweal.membership.wire.MemberSecondedV1;
import org.commonweal.membership.wire.MergerChangedV1;
import org.commonweal.membership.wire.OrganizationLeftV1;
import org.commonweal.membership.wire.StandingChangedV1;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Two firms that become one: the SQL. One statement, however many people they have. */
@Component
class Unions {

    private static final String REASON =
            "The firm goes on as another firm of the alliance; apply for that one.";

    private final ScopedDatabase database;

    Unions(ScopedDatabase database) {
        this.database = database;
    }

    /** False when it was answered meanwhile, or the people, the seats or the firms are others. */
    Mono<Boolean> unite(AnswerMerger.Command command, MergerAnswers.Situation now, long people) {
        var alliance = command.caller().alliance();
        var from = now.merger().from().value();
        var into = now.merger().into().value();
        return database.inAlliance(
                        alliance,
                        sql ->
                                Successions.holdBoth(sql, alliance, from, into)
                                        .flatMap(_ ->
                                                bound(sql, command, now.person(), people)
                                                        .map(row ->
                                                                Columns.of(row, "id", UUID.class))
                                                        .one()))
                .hasElement();
    }

    private static DatabaseClient.GenericExecuteSpec bound(
            DatabaseClient sql, AnswerMerger.Command command, UUID by, long people) {
        return sql.sql(Union.STATEMENT)
                .bindValues(Secondments.values())
                .bindValues(OfficeSeats.values())
                .bindValues(FirmEnds.values(REASON))
                .bindValues(
                        Map.of(
                                "standing_type",
                                StandingChangedV1.TYPE,
                                "moved_type",
                                MemberMovedV1.TYPE,
                                "seconded_type",
                                MemberSecondedV1.TYPE,
                                "left_type",
                                OrganizationLeftV1.TYPE,
                                "merger_type",
                                MergerChangedV1.TYPE))
                .bind("alliance", command.caller().alliance())
                .bind("merger", command.merger())
                .bind("by", by)
                .bind("people", people)
                .bind("command", command.key())
                .bind("hash", command.requestHash())
                .bind("fact", Ids.derived(command.key(), 1));
    }
}
