package org.commonweal.contribution;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class ContributionServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(ContributionServiceApplication.class, arguments);
    }
}
