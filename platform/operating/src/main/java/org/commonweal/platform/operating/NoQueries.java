package org.commonweal.platform.operating;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationFilter;

/** Cuts the query off every address in a span: it can hold what somebody searched for. */
final class NoQueries implements ObservationFilter {

    @Override
    public Observation.Context map(Observation.Context context) {
        for (var told : context.getHighCardinalityKeyValues()) {
            var query = told.getValue().indexOf('?');
            if (query >= 0 && told.getKey().startsWith("http.")) {
                context.addHighCardinalityKeyValue(
                        KeyValue.of(told.getKey(), told.getValue().substring(0, query)));
            }
        }
        return context;
    }
}
