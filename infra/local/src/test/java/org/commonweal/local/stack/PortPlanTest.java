package org.commonweal.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.commonweal.local.supervisor.StartFailedException;
import org.commonweal.local.supervisor.Unit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortPlanTest {

    @TempDir Path directory;

    private Home home;

    @BeforeEach
    void home() {
        home = new Home(directory);
    }

    @Test
    void without_a_word_the_ports_are_those_of_the_map() {
        var plan = PortPlan.of(home, Map.of());

        assertThat(plan.url()).hasToString("http://localhost:8080");
        assertThat(plan.loginUrl()).hasToString("http://localhost:8180");
        assertThat(plan.mailUrl()).hasToString("http://localhost:8126");
    }

    @Test
    void a_second_installation_shares_no_port_with_the_first() {
        var first = ports(new PortPlan(0));
        var second = ports(new PortPlan(10_000));

        assertThat(first).hasSizeGreaterThan(15).doesNotHaveDuplicates();
        assertThat(second).doesNotContainAnyElementsOf(first);
        assertThat(second).containsExactlyElementsOf(first.stream().map(p -> p + 10_000).toList());
    }

    @Test
    void no_application_is_told_an_address_of_another_installation() {
        var told = new PortPlan(10_000).environment(18_101);

        assertThat(told).containsEntry("SERVER_PORT", "18101");
        assertThat(told.values())
                .allSatisfy(value -> assertThat(value).containsPattern("(1[5-9]|2\\d)\\d{3}"));
    }

    @Test
    void an_installation_keeps_the_ports_that_it_was_made_with() {
        new PortPlan(3_000).claim(home);

        assertThat(PortPlan.of(home, Map.of()).offset()).isEqualTo(3_000);
        var other = PortPlan.of(home, Map.of(PortPlan.VARIABLE, "4000"));
        assertThatThrownBy(() -> other.claim(home))
                .isInstanceOf(StartFailedException.class)
                .hasMessageContaining("was made with COMMONWEAL_PORT_OFFSET=3000")
                .hasMessageContaining("--fresh");
        home.removeData();
        other.claim(home);
    }

    @Test
    void an_offset_that_is_none_is_refused_in_a_sentence() {
        for (var wrong : List.of("-1", "50001", "many")) {
            assertThatThrownBy(() -> PortPlan.of(home, Map.of(PortPlan.VARIABLE, wrong)))
                    .isInstanceOf(StartFailedException.class)
                    .hasMessageContaining(PortPlan.VARIABLE)
                    .hasMessageContaining(wrong);
        }
    }

    private List<Integer> ports(PortPlan plan) {
        return new Stack(directory, home, plan, HttpClient.newHttpClient())
                .units().stream()
                        .flatMap(unit ->
                                unit instanceof Unit.Part part
                                        ? part.ports().stream()
                                        : Stream.empty())
                        .toList();
    }
}
