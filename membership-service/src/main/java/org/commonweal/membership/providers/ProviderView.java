package org.commonweal.membership.providers;

import java.time.Instant;
import java.util.UUID;
import org.commonweal.membership.domain.OwnProvider;
import org.commonweal.platform.brokering.Fault;
import org.jspecify.annotations.Nullable;

/**
 * A provider as the firm's administrators see it; the client's secret is not among it.
 *
 * @param redirectAddress what to enter at the provider: redirect URI, or for SAML the consumer
 * @param entityId what to enter at a SAML provider
 * @param isWritten whether the login server has it as it stands here
 * @param fault why it could not be connected, or null
 * @param testLink where to log in for the test that runs, in a window without other logins
 * @param testResult what the last test showed
 */
record ProviderView(
        UUID id,
        String name,
        OwnProvider.Protocol protocol,
        @Nullable String address,
        @Nullable String clientId,
        OwnProvider.State state,
        String redirectAddress,
        String entityId,
        boolean isWritten,
        @Nullable Fault fault,
        @Nullable String testLink,
        @Nullable TestResult testResult,
        Instant setAt) {}
