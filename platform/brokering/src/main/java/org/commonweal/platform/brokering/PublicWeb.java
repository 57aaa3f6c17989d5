package org.commonweal.platform.brokering;

import io.netty.channel.ChannelOption;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.resolver.InetSocketAddressResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Asks hosts that strangers named: bounded in time and size, and never sent on to another. */
final class PublicWeb {

    private static final int BYTES_MAX = 1 << 20;

    private final PublicAddresses addresses;
    private final Duration answerTimeMax;

    PublicWeb(PublicAddresses addresses, Duration answerTimeMax) {
        this.addresses = addresses;
        this.answerTimeMax = answerTimeMax;
    }

    /** The document at the address; a fault when there is none, or none that may be asked for. */
    Mono<String> read(String address) {
        return to(address, (client, uri) -> client.get().uri(uri).exchangeToMono(PublicWeb::ok));
    }

    /** Whether the token endpoint knows client and secret, by a code that nobody was given. */
    Mono<Boolean> knowsClient(String endpoint, String redirect, String client, String secret) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "authorization_code");
        form.add("code", "none-this-is-a-test");
        form.add("redirect_uri", redirect);
        var basic = encoded(client) + ":" + encoded(secret);
        var header = Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8));
        return to(
                endpoint,
                (web, uri) ->
                        web.post()
                                .uri(uri)
                                .header("Authorization", "Basic " + header)
                                .body(BodyInserters.fromFormData(form))
                                .exchangeToMono(PublicWeb::knows));
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Mono<Boolean> knows(ClientResponse answer) {
        return answer.bodyToMono(String.class)
                .defaultIfEmpty("")
                .map(body ->
                        answer.statusCode().value() != 401
                                && !body.contains("invalid_client")
                                && !body.contains("unauthorized_client"));
    }

    private static Mono<String> ok(ClientResponse answer) {
        return answer.statusCode().equals(HttpStatusCode.valueOf(200))
                ? answer.bodyToMono(String.class)
                        .switchIfEmpty(Mono.error(new FaultException(Fault.NO_DESCRIPTION)))
                : answer.releaseBody().then(Mono.error(new FaultException(Fault.NO_DESCRIPTION)));
    }

    private <T> Mono<T> to(String address, Asking<T> asking) {
        return Mono.fromCallable(() -> addresses.checked(address))
                .flatMap(uri ->
                        addresses
                                .resolve(uri)
                                .flatMap(found -> asking.ask(client(found), uri))
                                .timeout(answerTimeMax))
                .onErrorMap(
                        failed -> !(failed instanceof FaultException),
                        _ -> new FaultException(Fault.NO_ANSWER));
    }

    private WebClient client(InetAddress address) {
        var http =
                HttpClient.create(ConnectionProvider.newConnection())
                        .resolver(new Only(address))
                        .followRedirect(false)
                        .compress(false)
                        .option(
                                ChannelOption.CONNECT_TIMEOUT_MILLIS,
                                Math.toIntExact(answerTimeMax.toMillis()))
                        .responseTimeout(answerTimeMax);
        return WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(http))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(BYTES_MAX))
                .build();
    }

    /** One request. */
    private interface Asking<T> {
        Mono<T> ask(WebClient client, URI address);
    }

    /** Every name is the address that was looked at, whatever it resolves to by now. */
    private static final class Only extends AddressResolverGroup<InetSocketAddress> {

        private final InetAddress address;

        Only(InetAddress address) {
            this.address = address;
        }

        @Override
        protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
            return new InetSocketAddressResolver(
                    executor,
                    new InetNameResolver(executor) {
                        @Override
                        protected void doResolve(String host, Promise<InetAddress> promise) {
                            promise.setSuccess(address);
                        }

                        @Override
                        protected void doResolveAll(
                                String host, Promise<List<InetAddress>> promise) {
                            promise.setSuccess(List.of(address));
                        }
                    });
        }
    }
}
