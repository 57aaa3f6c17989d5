package org.commonweal.gateway.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.server.ResponseStatusException;

/** Ends a request with a problem of its own, where the status alone says too little. */
public final class RefusedException extends ResponseStatusException {

    private static final long serialVersionUID = 1L;

    private final String type;
    private final String words;

    public RefusedException(HttpStatus status, String type, String words) {
        super(status, type);
        this.type = type;
        this.words = words;
    }

    ProblemDetail problem() {
        return Problems.of(getStatusCode(), type, words);
    }
}
