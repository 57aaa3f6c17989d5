package org.commonweal.platform.messaging;

import reactor.core.publisher.Mono;

/**
 * That the read models are being built anew: a comment on the table of what was heard, set with
 * emptying them and taken away when {@link Rebuild} is done.
 */
final class RebuildMark {

    static final String SET =
            "COMMENT ON TABLE inbox IS 'being built anew: takes nothing in until Rebuild is done'";
    static final String CLEAR = "COMMENT ON TABLE inbox IS NULL";

    private final ScopedDatabase database;

    RebuildMark(ScopedDatabase database) {
        this.database = database;
    }

    Mono<Boolean> isSet() {
        return database.ofNoAlliance(sql ->
                sql.sql("SELECT obj_description('inbox'::regclass) IS NOT NULL")
                        .mapValue(Boolean.class)
                        .one());
    }
}
