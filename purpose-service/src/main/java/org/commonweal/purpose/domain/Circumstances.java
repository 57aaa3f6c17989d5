package org.commonweal.purpose.domain;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of an alliance when something is proposed or put to the vote.
 *
 * @param purpose the one that is to be voted on
 * @param dialogue empty for what is put to the vote at once
 * @param people the active members, in a fixed order
 * @param course how far the alliance has come, where a stage is in question; else its beginning
 * @param standingsAsOf the position of the standings that they were read from
 */
public record Circumstances(
        Optional<Purpose> purpose,
        Set<Obstacle> obstacles,
        Rulebook rulebook,
        Optional<Dialogue> dialogue,
        Days days,
        List<Person> people,
        Set<OrganizationId> sponsors,
        Instant standingsAsOf,
        Instant now,
        Course course) {

    public Circumstances {
        obstacles = Set.copyOf(obstacles);
        people = List.copyOf(people);
        sponsors = Set.copyOf(sponsors);
    }

    /** Who would vote by the rule now. */
    Electorate electorate(Rule rule) {
        return Electorate.of(rule, people, sponsors, standingsAsOf);
    }

    /** Whether the person is a member. */
    boolean has(PersonId person) {
        return people.stream().anyMatch(one -> one.id().equals(person));
    }

    /** How many firms there are to be heard. */
    int firms() {
        return (int) people.stream().map(Person::organization).distinct().count();
    }

    /** As if no ballot were open: what is only talked about contradicts none. */
    Circumstances withoutBallots() {
        var left = EnumSet.noneOf(Obstacle.class);
        obstacles.stream().filter(Obstacle.ACTIVE_PURPOSE::equals).forEach(left::add);
        return new Circumstances(
                purpose,
                left,
                rulebook,
                dialogue,
                days,
                people,
                sponsors,
                standingsAsOf,
                now,
                course);
    }

    /** What of the alliance can stand in the way of another ballot. */
    public enum Obstacle {
        ACTIVE_PURPOSE,
        PROPOSED_PURPOSE,
        BALLOT_ON_THE_PURPOSE,
        BALLOT_ON_THE_RULES,
        BALLOT_ON_THE_STAGE
    }

    /**
     * How far a dialogue has come.
     *
     * @param voices how many firms have said something
     */
    public record Dialogue(Instant since, int voices) {}
}
