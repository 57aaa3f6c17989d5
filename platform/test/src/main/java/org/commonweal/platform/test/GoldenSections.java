package org.commonweal.platform.test;

import java.util.List;

/** The parts of a schema, each as a query of the catalog for the statements that make it. */
final class GoldenSections {

    private static final String OURS =
            """
            SELECT c.oid, c.relname, c.relkind, c.relacl, c.relrowsecurity, c.relforcerowsecurity,
                   c.relispartition, c.relowner
            FROM pg_class c WHERE c.relnamespace = ?::regnamespace
              AND c.relname <> 'flyway_schema_history'
              AND (NOT c.relispartition OR pg_get_expr(c.relpartbound, c.oid) = 'DEFAULT')
            """;

    /** Each query gives statements in a stable order; months' partitions depend on the date. */
    static final List<String> ALL =
            List.of(
                    """
                    SELECT format('CREATE TYPE %I AS ENUM (%s);', t.typname,
                        string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder))
                    FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid
                    WHERE t.typnamespace = ?::regnamespace GROUP BY t.typname ORDER BY 1
                    """,
                    ours(
                            """
                            SELECT format(E'CREATE TABLE %I (\\n%s\\n)%s;', o.relname,
                                string_agg(format('    %I %s%s%s', a.attname,
                                        format_type(a.atttypid, a.atttypmod),
                                        CASE WHEN a.attnotnull THEN ' NOT NULL' END,
                                        CASE a.attgenerated WHEN 's' THEN ' GENERATED ALWAYS AS (' || d.def || ') STORED'
                                                            WHEN 'v' THEN ' GENERATED ALWAYS AS (' || d.def || ')'
                                                            ELSE ' DEFAULT ' || d.def END),
                                    E',\\n' ORDER BY a.attnum),
                                ' PARTITION BY ' || pg_get_partkeydef(o.oid))
                            FROM ours o JOIN pg_attribute a ON a.attrelid = o.oid AND a.attnum > 0
                                AND NOT a.attisdropped
                            LEFT JOIN LATERAL (SELECT pg_get_expr(x.adbin, x.adrelid) AS def
                                FROM pg_attrdef x WHERE x.adrelid = o.oid AND x.adnum = a.attnum) d ON true
                            WHERE o.relkind IN ('r', 'p') AND NOT o.relispartition
                            GROUP BY o.oid, o.relname ORDER BY o.relname
                            """),
                    ours(
                            """
                            SELECT format('CREATE TABLE %I PARTITION OF %s DEFAULT;', o.relname,
                                i.inhparent::regclass)
                            FROM ours o JOIN pg_inherits i ON i.inhrelid = o.oid
                            WHERE o.relispartition AND o.relkind = 'r' ORDER BY 1
                            """),
                    ours(
                            """
                            SELECT format('ALTER TABLE %I ADD CONSTRAINT %I %s;', o.relname, k.conname,
                                pg_get_constraintdef(k.oid))
                            FROM ours o JOIN pg_constraint k ON k.conrelid = o.oid AND k.contype <> 'n'
                            WHERE NOT o.relispartition AND k.conparentid = 0 ORDER BY 1
                            """),
                    ours(
                            """
                            SELECT pg_get_indexdef(x.indexrelid) || ';'
                            FROM ours o JOIN pg_index x ON x.indrelid = o.oid
                            WHERE NOT o.relispartition
                              AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = x.indexrelid)
                            ORDER BY 1
                            """),
                    ours(
                            """
                            SELECT format('CREATE %s %I AS%s', CASE relkind WHEN 'v' THEN 'VIEW'
                                ELSE 'MATERIALIZED VIEW' END, relname, E'\\n' || pg_get_viewdef(oid))
                            FROM ours WHERE relkind IN ('v', 'm') ORDER BY relname
                            """),
                    ours(
                            """
                            SELECT format('CREATE SEQUENCE %I;', relname)
                            FROM ours WHERE relkind = 'S' ORDER BY relname
                            """),
                    ours(
                            """
                            SELECT format('ALTER TABLE %I %s ROW LEVEL SECURITY;', relname, what)
                            FROM ours CROSS JOIN LATERAL (VALUES ('ENABLE', relrowsecurity),
                                ('FORCE', relforcerowsecurity)) security(what, so)
                            WHERE so ORDER BY relname, what
                            """),
                    """
                    SELECT format('CREATE POLICY %I ON %I AS %s FOR %s TO %s%s%s;', policyname,
                        tablename, permissive, cmd, array_to_string(roles, ', '),
                        E'\\n    USING ' || regexp_replace(qual, '\\s+', ' ', 'g'),
                        E'\\n    WITH CHECK ' || regexp_replace(with_check, '\\s+', ' ', 'g'))
                    FROM pg_policies WHERE schemaname = ? ORDER BY tablename, policyname
                    """,
                    """
                    SELECT pg_get_functiondef(p.oid) || ';'
                    FROM pg_proc p WHERE p.pronamespace = ?::regnamespace
                    ORDER BY p.oid::regprocedure::text
                    """,
                    ours(
                            """
                            SELECT pg_get_triggerdef(t.oid) || ';' FROM ours o
                            JOIN pg_trigger t ON t.tgrelid = o.oid AND NOT t.tgisinternal ORDER BY 1
                            """),
                    ours(
                            """
                            SELECT format('ALTER %I OWNER TO %s;', relname, relowner::regrole)
                            FROM ours WHERE relowner <> 'commonweal_ddl'::regrole ORDER BY 1
                            """),
                    """
                    SELECT format('GRANT %s ON SCHEMA %I TO %s;',
                        string_agg(g.privilege_type, ', ' ORDER BY g.privilege_type), n.nspname,
                        CASE g.grantee WHEN 0 THEN 'PUBLIC' ELSE g.grantee::regrole::text END)
                    FROM pg_namespace n CROSS JOIN LATERAL aclexplode(n.nspacl) g
                    WHERE n.nspname = ? AND g.grantee <> n.nspowner
                    GROUP BY n.nspname, g.grantee ORDER BY 1
                    """,
                    ours(
                            """
                            SELECT format('GRANT %s ON %I TO %s;',
                                string_agg(g.privilege_type, ', ' ORDER BY g.privilege_type), o.relname,
                                CASE g.grantee WHEN 0 THEN 'PUBLIC' ELSE g.grantee::regrole::text END)
                            FROM ours o CROSS JOIN LATERAL aclexplode(o.relacl) g
                            WHERE g.grantee <> o.relowner
                            GROUP BY o.relname, g.grantee ORDER BY o.relname, 1
                            """),
                    ours(
                            """
                            SELECT format('GRANT %s (%I) ON %I TO %s;', g.privilege_type, a.attname,
                                o.relname, g.grantee::regrole)
                            FROM ours o JOIN pg_attribute a ON a.attrelid = o.oid
                            CROSS JOIN LATERAL aclexplode(a.attacl) g ORDER BY 1
                            """),
                    """
                    SELECT format('%s EXECUTE ON FUNCTION %s %s;',
                        CASE WHEN g.grantee IS NULL THEN 'REVOKE' ELSE 'GRANT' END,
                        p.oid::regprocedure, CASE WHEN g.grantee IS NULL THEN 'FROM PUBLIC'
                            WHEN g.grantee = 0 THEN 'TO PUBLIC'
                            ELSE 'TO ' || g.grantee::regrole END)
                    FROM pg_proc p LEFT JOIN LATERAL (SELECT grantee FROM aclexplode(p.proacl)
                        WHERE grantee <> p.proowner) g ON true
                    WHERE p.pronamespace = ?::regnamespace AND p.proacl IS NOT NULL ORDER BY 1
                    """,
                    """
                    SELECT format('ALTER PUBLICATION %I ADD TABLE %I;', pubname, tablename)
                    FROM pg_publication_tables WHERE schemaname = ? ORDER BY 1
                    """);

    private GoldenSections() {}

    private static String ours(String query) {
        return "WITH ours AS (" + OURS + ")" + query;
    }
}
