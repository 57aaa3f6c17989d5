package org.commonweal.purpose.alliances;

import java.util.UUID;

/**
 * What we need of membership-service's facts about an organization.
 *
 * @param role FIRM or SPONSOR
 */
record OrganizationV1(UUID organization, String role) {}
