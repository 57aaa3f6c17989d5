package org.commonweal.gateway.routing;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationPredicate;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;

/** A secret vote leaves neither a trace nor a metric, and begins none in the service. */
@Component
class UnobservedBoxes implements ObservationPredicate {

    private static final String BOXES = "/ballot-boxes/";

    @Override
    public boolean test(String name, Observation.Context context) {
        return !isOfBox(context) && !isWithinUnobserved(context);
    }

    private static boolean isOfBox(Observation.Context context) {
        return context instanceof ServerRequestObservationContext request
                && request.getCarrier() != null
                && request.getCarrier().getPath().value().startsWith(BOXES);
    }

    private static boolean isWithinUnobserved(Observation.Context context) {
        return context.getParentObservation() instanceof Observation within && within.isNoop();
    }
}
