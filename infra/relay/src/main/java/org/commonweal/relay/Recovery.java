package org.commonweal.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes good a slot that is lost: the log is kept from a new one on, then the journals are
 * published again up to it, and only then the new one becomes the relay's. Whatever dies meanwhile,
 * the slot is as lost as before, and all of it is done again. See docs/adr/0023.
 */
final class Recovery {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final DatabaseProperties database;
    private final Slot slot;
    private final Replay replay;
    private final Supplier<Published> published;

    Recovery(DatabaseProperties database, Slot slot, Replay replay, Supplier<Published> published) {
        this.database = database;
        this.slot = slot;
        this.replay = replay;
        this.published = published;
    }

    /** Why nothing was done. */
    static final class RefusedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        RefusedException(String why) {
            super(why);
        }
    }

    /** What was sent again: the facts since then, and so many. */
    record Sent(Instant from, long records) {}

    /**
     * True where no slot is missing but the first one is yet to be made: nothing has been written,
     * or nothing was ever published and all of it will be.
     */
    boolean isFirstStart() throws SQLException {
        return slot.condition().state() == Slot.State.MISSING
                && (published.get().isEmpty() || journalsAreEmpty());
    }

    /** All that was ever written. */
    void first() throws SQLException {
        var sent = exclusively(() -> send(Instant.EPOCH, Instant.EPOCH));
        LOG.info("first slot={} records={}", slot.name(), sent.records());
    }

    /**
     * Sends again what may be missing.
     *
     * @param since from when on, when not from the newest moment that is safe
     */
    Sent run(Optional<Instant> since) throws SQLException {
        return exclusively(() -> {
            if (slot.condition().isWhole()) {
                throw new RefusedException("the slot is whole: nothing is missing");
            }
            var before = published.get();
            refuseStrangers(before);
            var whole = before.wholeUntil();
            var from = since.orElse(whole);
            if (from.isAfter(whole)) {
                throw new RefusedException(
                        "what is older than that may be missing, too: only until %s is it certain"
                                        .formatted(whole)
                                + " that everything was published");
            }
            return send(from, whole);
        });
    }

    /** What is older than {@code news} everybody has heard, and it is marked as a replay. */
    private Sent send(Instant from, Instant news) throws SQLException {
        slot.begin();
        long records = 0;
        for (var service : JournalService.values()) {
            var sent = replay.run(service, from, news);
            LOG.info("sent again service={} records={} from={}", service.word(), sent, from);
            records += sent;
        }
        slot.complete();
        return new Sent(from, records);
    }

    /** A database that was put back to an earlier moment does not know what it has said since. */
    private void refuseStrangers(Published before) throws SQLException {
        try (var connection = database.connect()) {
            for (var fact : before.last()) {
                if (!isKnown(connection, fact)) {
                    throw new RefusedException(
                            ("the broker has a fact that the journals have not (%s of alliance %s):"
                                            + " a database that was restored needs topics made"
                                            + " anew, see docs/operating.md")
                                    .formatted(fact.id(), fact.alliance()));
                }
            }
        }
    }

    private static boolean isKnown(Connection connection, Published.Fact fact) throws SQLException {
        try (var query =
                connection.prepareStatement(
                        "SELECT FROM %s.journal WHERE alliance_id = ? AND id = ?"
                                .formatted(fact.service().word()))) {
            query.setObject(1, fact.alliance());
            query.setObject(2, fact.id());
            return query.executeQuery().next();
        }
    }

    private boolean journalsAreEmpty() throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            for (var service : JournalService.values()) {
                var journal = service.word() + ".journal";
                try (var row = statement.executeQuery("SELECT FROM " + journal + " LIMIT 1")) {
                    if (row.next()) {
                        return false;
                    }
                }
            }
            return true;
        }
    }

    private Sent exclusively(Work work) throws SQLException {
        try (var connection = database.connect();
                var query =
                        connection.prepareStatement(
                                "SELECT pg_try_advisory_lock(hashtextextended(?, 0))")) {
            query.setString(1, slot.name());
            try (var row = query.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    throw new RefusedException("it is being done at this moment by another");
                }
            }
            return work.done();
        }
    }

    private interface Work {
        Sent done() throws SQLException;
    }
}
