package org.commonweal.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.commonweal.platform.messaging.Freshness;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** Every instance decides for every alliance, whichever of them hears what is said there. */
class TwoInstancesTest extends PurposeTest {

    @Test
    void both_decide_for_all_alliances_and_one_goes_on_alone() {
        var alliances = new TreeMap<Integer, Someone>();
        while (alliances.size() < Freshness.PARTITIONS) {
            var alliance = id();
            if (!alliances.containsKey(Freshness.partitionOf(alliance))) {
                found(alliance, 500_000, 666_666, "PT10M");
                alliances.put(Freshness.partitionOf(alliance), delegate(alliance));
            }
        }
        var people = List.copyOf(alliances.values());
        var ballots = new HashMap<Someone, UUID>();
        var first = http;
        var second = instance();
        try {
            await(() -> {
                assertThat(hears(service)).isBetween(1, Freshness.PARTITIONS - 1);
                assertThat(hears(second)).isEqualTo(Freshness.PARTITIONS - hears(service));
            });
            await(() ->
                    assertThat(people)
                            .allMatch(one -> isFresh(service, one.alliance()))
                            .allMatch(one -> isFresh(second, one.alliance())));
            people.forEach(one -> ballots.put(one, ballot(one, draft(one))));
            http = client(second);
            allVote(ballots, "NO");
            second.close();
            http = first;
            await(() -> assertThat(hears(service)).isEqualTo(Freshness.PARTITIONS));
            allVote(ballots, "YES");
        } finally {
            second.close();
        }
    }

    /** A vote is kept by fresh standings alone. */
    private void allVote(Map<Someone, UUID> ballots, String choice) {
        ballots.forEach((one, ballot) -> vote(one, ballot, choice).expectStatus().isOk());
    }

    private static boolean isFresh(ConfigurableApplicationContext instance, UUID alliance) {
        return instance.getBean(Freshness.class).within(alliance, Duration.ofSeconds(1));
    }

    /** Partitions of membership-service's topic. */
    private static int hears(ConfigurableApplicationContext instance) {
        return Math.toIntExact(
                events(instance).getAssignedPartitions().stream()
                        .filter(one -> one.topic().equals("commonweal.membership"))
                        .count());
    }

    private static ConcurrentMessageListenerContainer<?, ?> events(
            ConfigurableApplicationContext instance) {
        return instance.getBean(ConcurrentMessageListenerContainer.class);
    }
}
