package org.commonweal.purpose.asking;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonweal.platform.messaging.Audience;
import org.commonweal.platform.messaging.Ids;
import org.commonweal.platform.messaging.Journal;
import org.commonweal.purpose.asking.Need.Subject;
import org.commonweal.purpose.domain.Delegate;
import org.commonweal.purpose.wire.NeedClosedV1;
import org.commonweal.purpose.wire.NeedOpenedV1;

/** What is said to one delegate alone: that something is needed, and that it no longer is. */
public final class NeedFacts {

    private static final String VOTE = "Your firm's vote is not cast yet.";
    private static final String OWN_VOTE = "Your vote is not cast yet.";
    private static final String HELD = "You hold a vote of another that is not cast yet.";
    private static final String DEADLINE = "The purpose reached its deadline: renew or close it.";
    private static final String REVIEW = "Review what was decided: the day for it has come.";

    private NeedFacts() {}

    public static List<Journal.Entry> opened(List<Need> needs) {
        return needs.stream().map(NeedFacts::opened).toList();
    }

    private static Journal.Entry opened(Need need) {
        return entry(
                need.id(),
                NeedOpenedV1.TYPE,
                need.id(),
                1,
                need.delegate().person().value(),
                switch (need.subject()) {
                    case Subject.Vote vote ->
                            payload(
                                    need,
                                    why(vote, need.delegate()),
                                    vote.closesAt(),
                                    "proposal",
                                    vote.id(),
                                    vote.title());
                    case Subject.Deadline(var id, var title, var passedAt) ->
                            payload(need, DEADLINE, passedAt, "purpose", id, title);
                    case Subject.Review(var id, var title, var since) ->
                            payload(need, REVIEW, since, "review", id, title);
                });
    }

    private static String why(Subject.Vote vote, Delegate delegate) {
        if (vote.voter().equals(delegate.person().value())) {
            return OWN_VOTE;
        }
        return vote.isTheFirms(delegate.organization().value()) ? VOTE : HELD;
    }

    private static NeedOpenedV1 payload(
            Need need, String why, Instant due, String kind, UUID id, String title) {
        return new NeedOpenedV1(
                need.id(),
                need.delegate().person().value(),
                why,
                due,
                new NeedOpenedV1.Link(kind, id),
                title);
    }

    /** Closed because of a command, whose first fact has number 0. */
    public static List<Journal.Entry> closedBy(UUID command, List<Need.Open> needs) {
        return IntStream.range(0, needs.size())
                .mapToObj(i -> closed(Ids.derived(command, i + 1), needs.get(i)))
                .toList();
    }

    /** Closed because their time came, or their person went, at that moment. */
    public static List<Journal.Entry> closedAt(Instant at, List<Need.Open> needs) {
        Function<Need.Open, UUID> id = need -> Ids.ofTransition(need.id(), "closed", at);
        return needs.stream().map(need -> closed(id.apply(need), need)).toList();
    }

    private static Journal.Entry closed(UUID id, Need.Open need) {
        return entry(
                id,
                NeedClosedV1.TYPE,
                need.id(),
                2,
                need.person(),
                new NeedClosedV1(need.id(), need.person()));
    }

    private static Journal.Entry entry(
            UUID id, String type, UUID need, long version, UUID person, Object payload) {
        return new Journal.Entry(
                id,
                type,
                need,
                version,
                null,
                null,
                new Audience.Persons(List.of(person)),
                null,
                payload);
    }

    /** Facts in the order in which they are said. */
    public static List<Journal.Entry> both(List<Journal.Entry> first, List<Journal.Entry> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }
}
