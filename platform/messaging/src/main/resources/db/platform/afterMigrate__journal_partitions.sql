-- Runs after every migration: last month to two years ahead.
SELECT ensure_journal_partitions((now() - interval '1 month')::date, 26);
