package org.commonweal.membership;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
class MembershipServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(MembershipServiceApplication.class, arguments);
    }
}
