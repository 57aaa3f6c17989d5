package org.commonweal.purpose.alliances;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.commonweal.platform.messaging.Event;
import tools.jackson.databind.json.JsonMapper;

/** What we need of membership-service's fact that an alliance began. */
@JsonIgnoreProperties(ignoreUnknown = true)
record AllianceFoundedV1(String timeZone, CharterV1 charter) {

    static AllianceFoundedV1 of(Event event, JsonMapper json) {
        return json.treeToValue(event.payload(), AllianceFoundedV1.class);
    }

    /**
     * @param ballotMinimum an ISO 8601 duration
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record CharterV1(int quorumPerMillion, int thresholdPerMillion, String ballotMinimum) {}
}
