package org.commonweal.gateway.routing;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.factory.AbstractGatewayFilterFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Refuses a body longer than the limit while it streams through, also one of unknown length; the
 * stock RequestSize filter trusts Content-Length and lets a chunked body of any size pass.
 */
@Component
class LimitBodyGatewayFilterFactory
        extends AbstractGatewayFilterFactory<LimitBodyGatewayFilterFactory.Config> {

    LimitBodyGatewayFilterFactory() {
        super(Config.class);
    }

    @Override
    public List<String> shortcutFieldOrder() {
        return List.of("max");
    }

    @Override
    public GatewayFilter apply(Config config) {
        long max = config.getMax().toBytes();
        return (exchange, chain) ->
                exchange.getRequest().getHeaders().getContentLength() > max
                        ? Mono.error(tooLarge())
                        : chain.filter(
                                exchange.mutate()
                                        .request(new LimitedRequest(exchange.getRequest(), max))
                                        .build());
    }

    private static ResponseStatusException tooLarge() {
        return new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
    }

    /** The filter's argument; a bean because the gateway binds it so. */
    static class Config {

        private DataSize max = DataSize.ofMegabytes(1);

        public DataSize getMax() {
            return max;
        }

        public void setMax(DataSize max) {
            this.max = max;
        }
    }

    private static final class LimitedRequest extends ServerHttpRequestDecorator {

        private final long max;

        LimitedRequest(ServerHttpRequest request, long max) {
            super(request);
            this.max = max;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            AtomicLong read = new AtomicLong();
            return super.getBody()
                    .handle((buffer, sink) -> {
                        if (read.addAndGet(buffer.readableByteCount()) <= max) {
                            sink.next(buffer);
                        } else {
                            DataBufferUtils.release(buffer);
                            sink.error(tooLarge());
                        }
                    });
        }
    }
}
