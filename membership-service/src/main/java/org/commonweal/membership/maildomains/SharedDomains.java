package org.commonweal.membership.maildomains;

import com.google.common.net.InternetDomainName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonweal.membership.domain.DomainName;
import org.commonweal.membership.domain.MailDomain.Kind;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Domains below which everybody may have a name or an address; they are no firm's. */
@Component
class SharedDomains {

    private final Set<DomainName> freeMail;

    SharedDomains() {
        try {
            freeMail =
                    new ClassPathResource("free-mail-domains.conf")
                            .getContentAsString(StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(DomainName::new)
                            .collect(Collectors.toUnmodifiableSet());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    Kind kindOf(DomainName name) {
        if (freeMail.stream().anyMatch(name::isWithin)) {
            return Kind.FREE_MAIL;
        }
        var shown = name.shown();
        return InternetDomainName.isValid(shown) && InternetDomainName.from(shown).isPublicSuffix()
                ? Kind.PUBLIC_SUFFIX
                : Kind.OWN;
    }
}
