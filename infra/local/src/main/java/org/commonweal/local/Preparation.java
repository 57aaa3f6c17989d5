package org.commonweal.local;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import org.commonweal.keycloak.KeycloakDistribution;
import org.commonweal.local.stack.Stack;
import org.commonweal.local.supervisor.StartFailedException;

/** The last part of the build: extracted applications, their AOT caches, Keycloak's programs. */
final class Preparation {

    /** More at once would only make each slower. */
    private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors());

    private final Stack stack;

    Preparation(Stack stack) {
        this.stack = stack;
    }

    int run() {
        var work = new java.util.ArrayList<CompletableFuture<Void>>();
        if (!KeycloakDistribution.isReady()) {
            work.add(start("keycloak", KeycloakDistribution::ready));
        }
        for (var application : stack.deployables()) {
            if (!application.isPrepared()) {
                work.add(start(application.name(), application::prepare));
            }
        }
        try {
            work.forEach(CompletableFuture::join);
            return 0;
        } catch (CompletionException e) {
            throw new StartFailedException("preparing failed: " + e.getCause(), e);
        }
    }

    private CompletableFuture<Void> start(String name, Runnable preparation) {
        return CompletableFuture.runAsync(
                () -> {
                    cores.acquireUninterruptibly();
                    try {
                        Progress.timed(name, "prepared", preparation);
                    } finally {
                        cores.release();
                    }
                },
                work -> Thread.ofVirtual().start(work));
    }
}
