package org.commonweal.gateway.offending.hasty;

import org.commonweal.gateway.offending.lingering.Lingers;

/** The other half of the cycle, with a name that says nothing. */
public class LingeringManager {

    public String topic(Lingers of) {
        return of.toString();
    }
}
