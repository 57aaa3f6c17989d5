package org.commonweal.platform.test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpContractTest {

    private static final String DOCUMENT = "{\"b\":[{\"y\":1,\"x\":2}],\"a\":null}";

    @TempDir Path folder;

    @Test
    void what_was_written_is_accepted_in_any_order_of_names() {
        var file = folder.resolve("gift.openapi.json");
        HttpContract.check(file, DOCUMENT, true);
        assertThatCode(() ->
                        HttpContract.check(file, "{\"a\":null,\"b\":[{\"x\":2,\"y\":1}]}", false))
                .doesNotThrowAnyException();
    }

    @Test
    void and_the_check_bites() {
        var file = folder.resolve("gift.openapi.json");
        assertThatThrownBy(() -> HttpContract.check(file, DOCUMENT, false))
                .isInstanceOf(AssertionError.class);
        HttpContract.check(file, DOCUMENT, true);
        assertThatThrownBy(() -> HttpContract.check(file, "{\"a\":null}", false))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("-Dcontracts.write=true");
    }
}
