package org.commonweal.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonweal.embedded.ServerProcess;
import org.commonweal.local.supervisor.Status.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** A start after the supervisor was killed. */
@ExtendWith(Platform.Extension.class)
@EnabledIfSystemProperty(
        named = "commonweal.long",
        matches = "true",
        disabledReason = "a second start takes long: ./commonweal test --long")
@Isolated
class RestartTest {

    private static final String SOMEBODY = "ngozi.okonkwo@okonkwo.example";

    @Test
    void a_killed_supervisor_leaves_nothing_that_the_next_start_does_not_end(Platform platform) {
        var before = Member.of(platform, SOMEBODY).get("/api/me").toString();
        var parts = platform.status().parts().stream().map(part -> part.pid()).toList();
        ServerProcess.signal(platform.supervisor().pid(), "KILL");

        assertThat(platform.failing("status")).contains("killed").contains("postgres");
        assertThat(platform.command("up", "--detach"))
                .contains("Ended what an earlier run had left")
                .contains("Commonweal is ready");

        assertThat(platform.status().phase()).isEqualTo(Phase.READY);
        assertThat(parts).noneMatch(pid -> pid != null && ProcessHandle.of(pid).isPresent());
        assertThat(Member.of(platform, SOMEBODY).get("/api/me").toString()).isEqualTo(before);
    }
}
