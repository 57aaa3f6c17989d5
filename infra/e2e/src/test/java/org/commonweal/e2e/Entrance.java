package org.commonweal.e2e;

import java.net.URI;
import java.net.http.HttpClient;

/** Where people come into a platform: its gateway, and where they log in. */
record Entrance(HttpClient http, URI url, URI loginUrl) {}
