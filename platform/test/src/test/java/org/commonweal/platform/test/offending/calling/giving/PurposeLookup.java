package org.commonweal.platform.test.offending.calling.giving;

import java.net.http.HttpClient;

/** Asks another service before it decides. */
record PurposeLookup(HttpClient client) {}
