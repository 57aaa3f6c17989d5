package org.commonweal.platform.operating;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationPredicate;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;

/**
 * A secret vote leaves neither a trace nor a metric where it passes, nor does what happens within
 * it, as a transaction.
 */
final class UnobservedBoxes implements ObservationPredicate {

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
