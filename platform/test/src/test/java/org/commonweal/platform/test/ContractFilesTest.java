package org.commonweal.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ContractFilesTest {

    @TempDir Path folder;

    @BeforeEach
    void a_sound_folder() throws IOException {
        assertThat(SoundContracts.in(folder).unpaired()).isEmpty();
    }

    @Test
    void a_record_as_the_example_has_it_passes() {
        assertThatCode(() -> run(contribution().publishes("given.v1", GivenV1.class)))
                .doesNotThrowAnyException();
    }

    @Test
    void a_record_that_loses_a_field_fails() {
        var contracts = contribution().publishes("given.v1", GivenWithoutPen.class);
        assertThatThrownBy(() -> run(contracts))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("written by GivenWithoutPen");
    }

    @Test
    void a_record_with_a_field_of_another_name_fails() {
        var contracts = contribution().publishes("given.v1", GivenMisspelt.class);
        assertThatThrownBy(() -> run(contracts))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("written by GivenMisspelt");
    }

    @Test
    void a_contract_without_a_producer_fails() {
        assertThatThrownBy(() -> run(contribution()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("given.v1");
    }

    @Test
    void an_event_without_a_contract_fails() {
        var contracts =
                contribution()
                        .publishes("given.v1", GivenV1.class)
                        .publishes("taken.v1", GivenV1.class);
        assertThatThrownBy(() -> run(contracts)).hasMessageContaining("taken.v1");
    }

    private ContractFiles contribution() {
        return ContractFiles.in(folder, "contribution", JsonMapper.builder().build());
    }

    private static void run(ContractFiles contracts) throws Throwable {
        for (var check : contracts.checks().toList()) {
            check.getExecutable().execute();
        }
    }

    record GivenV1(String gift, boolean wrapped, String with) {}

    record GivenWithoutPen(String gift, boolean wrapped) {}

    record GivenMisspelt(String gift, boolean wrapped, Optional<String> width) {}
}
