package org.commonweal.platform.test.offending.sql.giving;

import org.springframework.r2dbc.core.DatabaseClient;

/** A controller that queries. */
record GiftController(DatabaseClient database) {}
