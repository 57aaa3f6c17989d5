package org.commonweal.platform.web;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.PathParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI document of every service says alike: problems, security, what may be null. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String PROBLEM = "Problem";

    @Bean
    ModelConverter recordSchemas() {
        return new RecordSchemas();
    }

    @Bean
    OpenApiCustomizer sameEdgeEverywhere(@Value("${spring.application.name}") String name) {
        return api -> {
            api.info(new Info().title(name).version("v1"));
            api.setServers(List.of(new io.swagger.v3.oas.models.servers.Server().url("/")));
            AnsweredSchemas.allPresent(api);
            components(api)
                    .addSchemas(PROBLEM, problem())
                    .addSecuritySchemes(
                            "bearer",
                            new SecurityScheme()
                                    .type(SecurityScheme.Type.HTTP)
                                    .scheme("bearer")
                                    .bearerFormat("JWT"));
            api.security(List.of(new SecurityRequirement().addList("bearer")));
            api.getPaths()
                    .forEach((where, path) -> {
                        path.readOperations().forEach(OpenApiConfiguration::withRefusals);
                        if (where.contains("{alliance}")) {
                            path.readOperations().forEach(OpenApiConfiguration::inAlliance);
                        }
                    });
        };
    }

    private static Components components(OpenAPI api) {
        if (api.getComponents() == null) {
            api.components(new Components());
        }
        return api.getComponents();
    }

    /** Each refusal has a stable type; which ones an operation knows stands in its description. */
    private static void withRefusals(Operation operation) {
        var responses = operation.getResponses();
        responses.addApiResponse("401", refusal("Not logged in"));
        responses.addApiResponse("404", refusal("Nothing here, or nothing that you may see"));
        responses.addApiResponse("default", refusal("A refusal, or an outage"));
    }

    /** Methods take the alliance as part of the caller, so it is no parameter of theirs. */
    private static void inAlliance(Operation operation) {
        var given = operation.getParameters();
        if (given == null || given.stream().noneMatch(p -> p.getName().equals("alliance"))) {
            var parameters = new ArrayList<Parameter>();
            parameters.add(
                    new PathParameter().name("alliance").required(true).schema(new UUIDSchema()));
            parameters.addAll(given == null ? List.of() : given);
            operation.setParameters(parameters);
        }
    }

    private static ApiResponse refusal(String description) {
        var reference = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
        return new ApiResponse()
                .description(description)
                .content(
                        new Content()
                                .addMediaType(
                                        "application/problem+json",
                                        new MediaType().schema(reference)));
    }

    private static Schema<?> problem() {
        var fault =
                object("pointer", "message")
                        .addProperty("pointer", text("JSON pointer into the request's body"))
                        .addProperty("message", text("What is wrong there, for people"));
        return object("type", "title", "status", "detail")
                .description("A refusal or an outage (RFC 9457)")
                .addProperty("type", text("A stable URN that clients may test"))
                .addProperty("title", text("The refusal in few words"))
                .addProperty("status", new JsonSchema().types(Set.of("integer")))
                .addProperty("detail", text("Why, and what would be allowed, for people"))
                .addProperty("instance", text("The path that was asked"))
                .addProperty("errors", list(fault))
                .addProperty(
                        "allowed",
                        object().additionalProperties(text("Where"))
                                .description("What would be allowed instead, by relation"));
    }

    private static Schema<?> object(String... required) {
        Schema<?> schema = new JsonSchema().types(Set.of("object"));
        for (var name : required) {
            schema.addRequiredItem(name);
        }
        return schema;
    }

    private static Schema<?> list(Schema<?> items) {
        Schema<?> schema = new JsonSchema().types(Set.of("array"));
        schema.setItems(items);
        return schema;
    }

    private static Schema<?> text(String description) {
        return new JsonSchema().types(Set.of("string")).description(description);
    }
}
