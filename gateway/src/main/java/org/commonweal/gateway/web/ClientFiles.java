package org.commonweal.gateway.web;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** The web client's files and the API's page, all from the class path and nowhere else. */
@Configuration(proxyBeanMethods = false)
class ClientFiles implements WebFluxConfigurer {

    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final String swaggerUi;

    ClientFiles(@Value("${commonweal.docs.swagger-ui-version}") String swaggerUiVersion) {
        swaggerUi = "classpath:/META-INF/resources/webjars/swagger-ui/" + swaggerUiVersion + "/";
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry files) {
        // Names under assets/ carry a hash of their content, so that they never change.
        files.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(CacheControl.maxAge(FOR_EVER).cachePublic().immutable());
        files.addResourceHandler("/docs/**")
                .addResourceLocations("classpath:/docs/", swaggerUi)
                .setCacheControl(CacheControl.noCache());
        files.addResourceHandler("/**")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.noCache());
    }
}
