package org.commonweal.recognition.pools;

import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.commonweal.platform.messaging.Columns;
import org.commonweal.recognition.domain.Entered;
import org.commonweal.recognition.domain.Entered.Official;
import org.commonweal.recognition.domain.OrganizationId;
import org.commonweal.recognition.domain.PersonId;

/** Rows of pools and deposits as the domain knows them. */
final class PoolRows {

    private PoolRows() {}

    /** Of {@code me}. */
    static Official official(Readable row) {
        return new Official(
                new PersonId(Columns.of(row, "me_person", UUID.class)),
                new OrganizationId(Columns.of(row, "me_organization", UUID.class)),
                Columns.of(row, "me_delegate", Boolean.class));
    }

    static Entered entered(Readable row) {
        return new Entered(
                new OrganizationId(Columns.of(row, "organization_id", UUID.class)),
                new PersonId(Columns.of(row, "recorded_by", UUID.class)),
                state(row),
                Columns.of(row, "present", Boolean.class));
    }

    static Entered.State state(Readable row) {
        return Entered.State.valueOf(Columns.of(row, "state", String.class));
    }
}
