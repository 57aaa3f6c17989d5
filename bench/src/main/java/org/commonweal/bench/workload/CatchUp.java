package org.commonweal.bench.workload;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commonweal.bench.measure.CpuMeter;
import org.commonweal.bench.report.Told;
import org.commonweal.bench.stack.BenchStack;
import org.commonweal.bench.stack.Database;
import org.commonweal.bench.stack.Members;
import org.commonweal.local.supervisor.Hold;

/** A relay that was away finds a million facts, and everybody hears of them. */
public final class CatchUp implements Workload {

    private static final int FACTS = 1_000_000;
    private static final int ALLIANCES = 24;
    private static final double SECOND = 1e9;

    @Override
    public String name() {
        return "W6-catch-up";
    }

    @Override
    public String title() {
        return "a relay that was away finds a million facts";
    }

    @Override
    public String run(Run run) {
        var stack = run.stack();
        var before = heard(stack);
        var given = given(stack);
        try (var _ = Hold.of(stack.installation().home().run(), "relay")) {
            write(stack.database(), Members.of(stack).alliance());
        }
        var begin = System.nanoTime();
        stack.awaitReady("relay");
        var cpu =
                CpuMeter.start(
                        stack.processes(
                                "relay",
                                "kafka",
                                "recognition",
                                "contribution",
                                "purpose",
                                "postgres"));
        BenchStack.await("the slot has nothing left", () -> left(stack) < 1 << 20);
        var published = (System.nanoTime() - begin) / SECOND;
        BenchStack.await("recognition knows all", () -> heard(stack) >= before + FACTS);
        var recognized = (System.nanoTime() - begin) / SECOND;
        BenchStack.await("purpose knows all", () -> given(stack) >= given + FACTS);
        var known = (System.nanoTime() - begin) / SECOND;
        return Told.told(text(published, recognized, known, cpu.micros(FACTS)));
    }

    /** Facts of as many contributions, in alliances of their own. */
    private static void write(Database database, UUID alliance) {
        database.run(
                """
                INSERT INTO contribution.journal (alliance_id, id, type, subject, version, actor,
                    organization, audience, at, request_hash, payload)
                SELECT a.alliance, a.id, j.type, a.id, 1, j.actor, j.organization, j.audience, now(),
                    NULL, jsonb_set(j.payload, '{contribution}', to_jsonb(a.id))
                FROM (SELECT * FROM contribution.journal WHERE alliance_id = '%s'
                          AND type = 'contribution.submitted.v1' LIMIT 1) j,
                    LATERAL (SELECT md5((n %% %d)::text)::uuid AS alliance, uuidv7() AS id
                          FROM generate_series(1, %d) n) a
                """
                        .formatted(alliance, ALLIANCES, FACTS));
    }

    private static String text(
            double published, double recognized, double known, Map<String, Double> micros) {
        var costs =
                micros.entrySet().stream()
                        .map(m -> String.format(Locale.ROOT, "%s %.1f", m.getKey(), m.getValue()))
                        .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                """
                %,d facts were published at %,.0f a second (%.0f s with the relay's start), known to recognition %,.0f a second (%.0f s) and to
                purpose %,.0f a second (%.0f s).
                Aim: at least 20,000 a second. CPU, µs a fact: %s.

                """,
                FACTS,
                FACTS / published,
                published,
                FACTS / recognized,
                recognized,
                FACTS / known,
                known,
                costs);
    }

    private static long heard(BenchStack stack) {
        return stack.database().number("SELECT count(*) FROM recognition.contribution");
    }

    /** What purpose-service knows of. */
    private static long given(BenchStack stack) {
        return stack.database().number("SELECT count(*) FROM purpose.given");
    }

    /** Bytes of the log that the relay has not confirmed. */
    private static long left(BenchStack stack) {
        return stack.database()
                .number(
                        """
                        SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), confirmed_flush_lsn)::bigint
                        FROM pg_replication_slots WHERE slot_name = 'commonweal_relay'
                        """);
    }
}
