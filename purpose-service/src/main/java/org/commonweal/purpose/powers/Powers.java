package org.commonweal.purpose.powers;

import static org.commonweal.purpose.loading.Standings.FROM_ME;
import static org.commonweal.purpose.loading.Standings.ME;
import static org.commonweal.purpose.loading.Standings.WHERE_ME;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.platform.messaging.ScopedDatabase;
import org.commonweal.platform.web.Caller;
import org.commonweal.purpose.domain.Decider;
import org.commonweal.purpose.domain.Elector;
import org.commonweal.purpose.domain.Electorate;
import org.commonweal.purpose.domain.Matter;
import org.commonweal.purpose.domain.Member;
import org.commonweal.purpose.domain.OrganizationId;
import org.commonweal.purpose.domain.Person;
import org.commonweal.purpose.domain.Rulebook;
import org.commonweal.purpose.domain.Weight;
import org.commonweal.purpose.loading.PeopleRows;
import org.commonweal.purpose.loading.RulebookDocument.RuleDocument;
import org.commonweal.purpose.loading.RulebookRows;
import org.commonweal.purpose.loading.Standings;
import org.commonweal.purpose.powers.PowersResponse.MatterPower;
import org.commonweal.purpose.powers.PowersResponse.MovedBy;
import org.commonweal.purpose.powers.PowersResponse.OperatorPower;
import org.commonweal.purpose.powers.PowersResponse.SponsorPower;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of who decides what. */
@Component
class Powers {

    private static final String LOAD =
            ME
                    + RulebookRows.COLUMNS
                    + PeopleRows.COLUMNS
                    + """
                    , CAST((SELECT coalesce(jsonb_agg(jsonb_build_object('proposal', b.id,
                            'title', b.title, 'at', v.since)), '[]')
                        FROM rulebook v JOIN proposal b ON b.alliance_id = v.alliance_id
                             AND b.id = v.decided_by
                        WHERE v.alliance_id = me.alliance_id) AS text) AS decisions
                    """
                    + FROM_ME
                    + RulebookRows.IN_FORCE
                    + PeopleRows.LATERAL
                    + WHERE_ME;

    private final ScopedDatabase database;
    private final RulebookRows rulebooks;
    private final JsonMapper json;

    Powers(ScopedDatabase database, RulebookRows rulebooks, JsonMapper json) {
        this.database = database;
        this.rulebooks = rulebooks;
        this.json = json;
    }

    /** Empty when the caller has no standing. */
    Mono<PowersResponse> of(Caller caller, @Nullable Matter matter) {
        return database.inAlliance(
                caller.alliance(),
                sql -> Standings.bind(sql.sql(LOAD), caller).map(row -> powers(row, matter)).one());
    }

    private PowersResponse powers(Readable row, @Nullable Matter asked) {
        var known = known(row);
        return new PowersResponse(
                rulebooks.rulebook(row).version(),
                Arrays.stream(Matter.values())
                        .filter(matter -> asked == null || matter == asked)
                        .map(known::power)
                        .toList(),
                known.sponsors(),
                OperatorPower.EVERYWHERE);
    }

    private Known known(Readable row) {
        return new Known(
                Standings.member(row),
                rulebooks.rulebook(row),
                new Crowd(PeopleRows.people(row), PeopleRows.sponsors(row), Standings.now(row)),
                json
                        .readValue(
                                Columns.of(row, "decisions", String.class),
                                new TypeReference<List<MovedBy>>() {})
                        .stream()
                        .collect(Collectors.toMap(MovedBy::proposal, Function.identity())));
    }

    private record Crowd(List<Person> people, Set<OrganizationId> sponsors, Instant now) {}

    private record Known(Member me, Rulebook rulebook, Crowd crowd, Map<UUID, MovedBy> decisions) {

        private MatterPower power(Matter matter) {
            var provision = rulebook.provision(matter);
            var rule = provision.rule();
            var electorate = Electorate.of(rule, crowd.people(), crowd.sponsors(), crowd.now());
            var sponsors = rule.decider() == Decider.SPONSOR;
            var by = provision.by();
            return new MatterPower(
                    matter,
                    RuleDocument.of(matter, provision),
                    sponsors ? sponsorsDelegates() : electorate.electors().size(),
                    Weight.votes(sponsors ? 0 : electorate.weight()),
                    sponsors
                            ? null
                            : electorate.electors().stream()
                                    .filter(this::isMine)
                                    .map(Elector::weight)
                                    .map(Weight::votes)
                                    .findFirst()
                                    .orElse(null),
                    alone(rule.decider()),
                    by == null ? null : decisions.get(by.value()));
        }

        private boolean isMine(Elector elector) {
            return elector.person() == null
                    ? elector.organization().equals(me.organization())
                    : elector.person().equals(me.person());
        }

        private boolean alone(Decider decider) {
            return switch (decider) {
                case BALLOT -> false;
                case DELEGATE -> me.delegate();
                case SPONSOR -> me.delegate() && crowd.sponsors().contains(me.organization());
            };
        }

        private int sponsorsDelegates() {
            return (int)
                    crowd.people().stream()
                            .filter(person ->
                                    person.delegate()
                                            && crowd.sponsors().contains(person.organization()))
                            .count();
        }

        private List<SponsorPower> sponsors() {
            var left =
                    Arrays.stream(Matter.values())
                            .filter(matter -> rulebook.rule(matter).decider() == Decider.SPONSOR)
                            .toList();
            return crowd.sponsors().stream()
                    .sorted(Comparator.comparing(OrganizationId::value))
                    .map(one -> new SponsorPower(one.value(), left, Weight.votes(Weight.WHOLE)))
                    .toList();
        }
    }
}
