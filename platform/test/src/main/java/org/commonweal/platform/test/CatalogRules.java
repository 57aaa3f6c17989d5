package org.commonweal.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.commonweal.embedded.test.TestDatabase;
import org.commonweal.embedded.test.TestDatabase.Migrations;
import org.junit.jupiter.api.DynamicTest;

/**
 * The wall between alliances, read from the catalog: every table of a service is a tenant table,
 * unless it is named with its reason in the service's test.
 *
 * @param service schema and role at once
 * @param allowed names of tables, indexes, constraints and functions that a rule must not judge
 */
public record CatalogRules(String service, Set<String> allowed) {

    /** What the platform's own migration has: no tenant's data, or led by time on purpose. */
    private static final Set<String> PLATFORM =
            Set.of(
                    "clock",
                    "due_by_time",
                    "flyway_schema_history",
                    "flyway_schema_history_pk",
                    "flyway_schema_history_s_idx",
                    "pulse",
                    "pulse_pkey");

    private static final String POLICY =
            "(alliance_id = ( SELECT (NULLIF(current_setting('app.alliance'::text, true), ''::text))::uuid AS \"nullif\"))";

    public CatalogRules {
        allowed = Set.copyOf(allowed);
    }

    public static CatalogRules of(String service) {
        return new CatalogRules(service, PLATFORM);
    }

    /**
     * Exempts what is named: say why beside the call. A table's name exempts it from every rule,
     * {@code table: policy} one further policy alone.
     */
    public CatalogRules allowing(String... names) {
        var all = new HashSet<>(allowed);
        all.addAll(Set.of(names));
        return new CatalogRules(service, all);
    }

    /** Run in a service's module: one test per rule over its migrated schema. */
    public Stream<DynamicTest> checks() {
        return queries().keySet().stream()
                .map(rule -> DynamicTest.dynamicTest(rule, () -> check(rule)));
    }

    private void check(String rule) throws Exception {
        try (var database = TestDatabase.create(Migrations.of(service));
                var connection = database.connect("commonweal_ddl")) {
            assertThat(complaints(connection, rule)).as(rule).isEmpty();
        }
    }

    /** Names of what breaks the rule, except for what is allowed. */
    List<String> complaints(Connection connection, String rule) {
        var query = queries().get(rule);
        if (query == null) {
            throw new IllegalArgumentException("no such rule: " + rule);
        }
        return new Catalog(connection, service)
                .lines(query).stream().filter(name -> !isAllowed(name)).toList();
    }

    /** {@code table: what} is allowed by its full text, or by the table's name for all rules. */
    private boolean isAllowed(String complaint) {
        return allowed.contains(complaint) || allowed.contains(complaint.replaceFirst(": .*", ""));
    }

    /**
     * Each query gives the names of offenders. Months' partitions are reached through their table.
     */
    Map<String, String> queries() {
        var rules = new LinkedHashMap<String, String>();
        walls(rules);
        keys(rules);
        rights(rules);
        return rules;
    }

    private void walls(Map<String, String> rules) {
        rules.put(
                "row-level security is enabled and forced on every table",
                """
                SELECT relname FROM pg_class WHERE relnamespace = ?::regnamespace
                  AND relkind IN ('r', 'p') AND NOT relispartition
                  AND NOT (relrowsecurity AND relforcerowsecurity) ORDER BY 1
                """);
        rules.put(
                "every table has the policy on its alliance, and no wider one for the service",
                policies());
        rules.put(
                "a partition is reached through its table alone",
                """
                SELECT DISTINCT relname FROM pg_class c, aclexplode(c.relacl) g
                WHERE relnamespace = ?::regnamespace AND relispartition
                  AND g.grantee <> c.relowner ORDER BY 1
                """);
    }

    private static void keys(Map<String, String> rules) {
        rules.put(
                "alliance_id leads every primary key and index",
                """
                SELECT i.relname FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
                JOIN pg_class t ON t.oid = x.indrelid
                LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = x.indkey[0]
                WHERE t.relnamespace = ?::regnamespace AND NOT t.relispartition
                  AND a.attname IS DISTINCT FROM 'alliance_id'
                UNION ALL
                SELECT t.relname FROM pg_class t WHERE t.relnamespace = ?::regnamespace
                  AND t.relkind IN ('r', 'p') AND NOT t.relispartition AND NOT EXISTS (
                    SELECT FROM pg_index WHERE indrelid = t.oid AND indisprimary)
                ORDER BY 1
                """);
        rules.put(
                "alliance_id leads every foreign key",
                """
                SELECT k.conname FROM pg_constraint k
                JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
                JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = k.confkey[1]
                WHERE k.connamespace = ?::regnamespace AND k.contype = 'f'
                  AND NOT (a.attname = 'alliance_id' AND b.attname = 'alliance_id') ORDER BY 1
                """);
    }

    private void rights(Map<String, String> rules) {
        rules.put("the service's role is bound by every rule", role());
        rules.put(
                "the journal is only read and added to",
                """
                SELECT DISTINCT t.relname || ': ' || p.right FROM pg_class t
                CROSS JOIN (VALUES ('UPDATE'), ('DELETE'), ('TRUNCATE')) p("right")
                JOIN pg_roles r ON NOT r.rolsuper AND r.rolname NOT LIKE 'pg\\_%'
                  AND r.oid <> t.relowner AND r.rolname <> 'redactor'
                WHERE t.relnamespace = ?::regnamespace AND t.relname LIKE 'journal%'
                  AND t.relkind IN ('r', 'p')
                  AND has_table_privilege(r.oid, t.oid, p.right) ORDER BY 1
                """);
        rules.put(
                "nothing steps around the wall: no definer's function, no owner's view",
                """
                SELECT p.proname::text FROM pg_proc p
                WHERE p.pronamespace = ?::regnamespace AND p.prosecdef
                UNION ALL
                SELECT c.relname::text FROM pg_class c
                WHERE c.relnamespace = ?::regnamespace AND (c.relkind = 'm' OR c.relkind = 'v'
                  AND NOT coalesce('security_invoker=true' = ANY (c.reloptions), false))
                ORDER BY 1
                """);
    }

    /**
     * Permissive policies add up, so each one that applies to the service must be the narrow one.
     */
    private String policies() {
        return """
        WITH applied AS (
            SELECT tablename, policyname, permissive = 'PERMISSIVE' AND cmd = 'ALL'
                AND qual = '%2$s' AND coalesce(with_check = '%2$s', true) AS narrow
            FROM pg_policies WHERE schemaname = ? AND roles && ARRAY ['%1$s', 'public']::name[])
        SELECT tablename || ': ' || policyname FROM applied WHERE narrow IS NOT TRUE
        UNION ALL
        SELECT c.relname || ': has no policy on its alliance' FROM pg_class c
        WHERE c.relnamespace = ?::regnamespace AND c.relkind IN ('r', 'p')
          AND NOT c.relispartition
          AND NOT EXISTS (SELECT FROM applied WHERE tablename = c.relname AND narrow)
        ORDER BY 1
        """
                .formatted(service, POLICY.replace("'", "''"));
    }

    private String role() {
        return """
        SELECT rolname || ' is superuser' FROM pg_roles
        WHERE rolname IN ('%1$s', '%1$s_scheduler') AND rolsuper
        UNION ALL
        SELECT rolname || ' bypasses row-level security' FROM pg_roles
        WHERE rolname IN ('%1$s', '%1$s_scheduler') AND rolbypassrls
        UNION ALL
        SELECT '%1$s owns ' || relname FROM pg_class
        WHERE relnamespace = ?::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'S')
          AND pg_has_role('%1$s', relowner, 'MEMBER')
        UNION ALL
        SELECT '%1$s owns the schema' FROM pg_namespace
        WHERE oid = ?::regnamespace AND pg_has_role('%1$s', nspowner, 'MEMBER')
        UNION ALL
        SELECT 'there is no role %1$s'
        WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s')
        ORDER BY 1
        """
                .formatted(service);
    }
}
