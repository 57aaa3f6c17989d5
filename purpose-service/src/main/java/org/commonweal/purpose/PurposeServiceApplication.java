package org.commonweal.purpose;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** What is decided, what is aimed at, and what was measured. */
@SpringBootApplication
public class PurposeServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(PurposeServiceApplication.class, arguments);
    }
}
