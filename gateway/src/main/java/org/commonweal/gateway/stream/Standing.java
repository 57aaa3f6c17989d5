package org.commonweal.gateway.stream;

import java.util.UUID;

/** As whom a login stands in an alliance at present. */
record Standing(UUID person, UUID organization) {}
