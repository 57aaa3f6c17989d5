package org.commonweal.membership.scim;

import java.util.UUID;

/** Which firm's directory speaks, proved by its token before anything is read. */
record Directory(UUID alliance, UUID organization) {}
