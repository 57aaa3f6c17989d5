package org.commonweal.purpose.alliances;

/** What we need of membership-service's fact that an alliance began. */
record AllianceFoundedV1(String timeZone, CharterV1 charter) {

    /**
     * @param ballotMinimum an ISO 8601 duration
     */
    record CharterV1(int quorumPerMillion, int thresholdPerMillion, String ballotMinimum) {}
}
