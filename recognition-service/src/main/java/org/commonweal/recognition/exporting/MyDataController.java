package org.commonweal.recognition.exporting;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.commonweal.platform.web.Caller;
import org.commonweal.platform.web.DataSeal;
import org.commonweal.platform.web.Problem;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A person's own things, sealed; also for whoever has left. */
@RestController
@Tag(name = "my-data")
class MyDataController {

    private final OwnThings things;
    private final DataSeal seal;

    MyDataController(OwnThings things, DataSeal seal) {
        this.things = things;
        this.seal = seal;
    }

    @GetMapping(
            path = "/api/alliances/{alliance}/my-data/recognition",
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> exportMyData(Caller caller) {
        return things.of(caller).map(seal::sealed).defaultIfEmpty(Problem.notFound().response());
    }
}
