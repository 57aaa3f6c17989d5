package org.commonweal.recognition;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class RecognitionServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(RecognitionServiceApplication.class, arguments);
    }
}
