package org.commonweal.gateway.offending.hoarding;

import io.lettuce.core.RedisClient;

/** Keeps something in Valkey where nobody looks for it. */
record Hoards(RedisClient valkey) {}
