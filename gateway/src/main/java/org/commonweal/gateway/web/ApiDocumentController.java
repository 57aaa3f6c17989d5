package org.commonweal.gateway.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API document, joined at the start from the contracts that were built in. */
@RestController
class ApiDocumentController {

    private final byte[] document;

    ApiDocumentController(ResourcePatternResolver resources, JsonMapper json) throws IOException {
        TreeMap<String, JsonNode> documents = new TreeMap<>();
        for (Resource contract : resources.getResources("classpath*:/openapi/*.openapi.json")) {
            String file = Objects.requireNonNull(contract.getFilename());
            try (InputStream content = contract.getInputStream()) {
                documents.put(file.split("[-.]", 2)[0], json.readTree(content));
            }
        }
        document = json.writeValueAsBytes(ApiDocument.join(json, documents));
    }

    @GetMapping(value = "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] document() {
        return document.clone();
    }
}
