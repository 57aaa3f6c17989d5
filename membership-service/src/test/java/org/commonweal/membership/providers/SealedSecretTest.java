package org.commonweal.membership.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The operator's secret is changed while what it sealed lies in the database. */
class SealedSecretTest {

    private static final String OLD = "the-secret-of-before";
    private static final String NEW = "the-secret-from-now-on";

    private final UUID provider = UUID.fromString("0198f0aa-0000-7000-8000-000000000001");

    @Test
    void what_an_older_secret_sealed_is_opened_while_it_is_accepted() {
        var sealed = under(OLD).seal(provider, "client-secret");
        assertThat(under(NEW, OLD).open(provider, sealed)).isEqualTo("client-secret");
        assertThat(under(OLD, NEW).open(provider, under(NEW, OLD).seal(provider, "next")))
                .as("during the restart, by who still seals with the older")
                .isEqualTo("next");
        var changed = under(NEW);
        assertThatThrownBy(() -> changed.open(provider, sealed))
                .hasMessageContaining("commonweal.providers.seal-secret");
    }

    @Test
    void a_short_secret_stops_the_start_and_an_empty_accepted_one_is_none() {
        assertThat(under(NEW, "").open(provider, under(NEW).seal(provider, "x"))).isEqualTo("x");
        assertThatThrownBy(() -> under(NEW, "short"))
                .hasMessageContaining("commonweal.providers.accepted-seal-secrets");
        assertThatThrownBy(() -> under("short"))
                .hasMessageContaining("commonweal.providers.seal-secret");
    }

    private static SealedSecret under(String secret, String... accepted) {
        return new SealedSecret(
                new ProvidersProperties(
                        secret, List.of(accepted), Duration.ofHours(1), Duration.ofMinutes(15)));
    }
}
