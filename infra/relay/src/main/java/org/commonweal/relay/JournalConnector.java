package org.commonweal.relay;

import io.debezium.connector.postgresql.PostgresConnector;
import org.apache.kafka.connect.connector.Task;

/** Debezium's connector with our task; public because the engine makes it by its name. */
public final class JournalConnector extends PostgresConnector {

    @Override
    public Class<? extends Task> taskClass() {
        return JournalTask.class;
    }
}
