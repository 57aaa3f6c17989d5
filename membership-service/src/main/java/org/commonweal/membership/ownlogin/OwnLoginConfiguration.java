package org.commonweal.membership.ownlogin;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the chance of a token comes from. */
@Configuration(proxyBeanMethods = false)
class OwnLoginConfiguration {

    @Bean
    RandomGenerator chanceOfTokens() {
        return new SecureRandom();
    }
}
