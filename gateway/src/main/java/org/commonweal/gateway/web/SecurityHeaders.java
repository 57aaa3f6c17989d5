package org.commonweal.gateway.web;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode;
import org.springframework.stereotype.Component;

/** The headers on every answer of the gateway. */
@Component
public class SecurityHeaders implements Customizer<HeaderSpec> {

    private final String contentSecurityPolicy;

    SecurityHeaders(@Value("${commonweal.login.issuer}") URI issuer) {
        String provider = issuer.getScheme() + "://" + issuer.getAuthority();
        // Styles: Mantine puts its colours in a style element and ECharts sizes by attribute, and
        // index.html is a static file without a nonce. Scripts come from our own files alone.
        // Chromium applies form-action to redirects too: logging out ends at the provider.
        contentSecurityPolicy =
                "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                        + " img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self';"
                        + " worker-src 'self'; manifest-src 'self'; base-uri 'none';"
                        + " form-action 'self' "
                        + provider
                        + "; frame-ancestors 'none'";
    }

    @Override
    public void customize(HeaderSpec headers) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(contentSecurityPolicy))
                .frameOptions(frame -> frame.mode(Mode.DENY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicy(
                        policy -> policy.policy("camera=(), microphone=(), geolocation=()"));
    }
}
