package org.commonweal.membership.maildomains;

import io.netty.buffer.ByteBuf;
import io.netty.channel.AddressedEnvelope;
import io.netty.handler.codec.dns.DefaultDnsQuestion;
import io.netty.handler.codec.dns.DnsRawRecord;
import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.handler.codec.dns.DnsResponse;
import io.netty.handler.codec.dns.DnsResponseCode;
import io.netty.handler.codec.dns.DnsSection;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.commonweal.membership.domain.DomainName;
import org.commonweal.membership.domain.MailDomain;
import org.commonweal.membership.domain.MailDomain.Finding;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/** Asks DNS what stands where a challenge was to be set. */
@Component
class Challenges {

    private static final int VALUES_SHOWN = 5;
    private static final int VALUE_SHOWN = 255;

    private final DnsNameResolver resolver;

    Challenges(DnsNameResolver resolver) {
        this.resolver = resolver;
    }

    /** Never fails: a server that is away, or will not say, is an answer too. */
    Mono<Look> look(DomainName domain, String token) {
        return Mono.<List<String>>create(sink -> ask(domain, sink))
                .retry(1)
                .map(values -> new Look(Finding.of(values, token), shown(values)))
                .onErrorResume(_ -> Mono.just(new Look(Finding.NO_ANSWER, List.of())));
    }

    private void ask(DomainName domain, MonoSink<List<String>> sink) {
        var question =
                new DefaultDnsQuestion(MailDomain.LABEL + domain.value() + ".", DnsRecordType.TXT);
        resolver.query(question)
                .addListener((Future<AddressedEnvelope<DnsResponse, InetSocketAddress>> asked) ->
                        answer(asked, sink));
    }

    private static void answer(
            Future<AddressedEnvelope<DnsResponse, InetSocketAddress>> asked,
            MonoSink<List<String>> sink) {
        if (!asked.isSuccess()) {
            sink.error(asked.cause());
            return;
        }
        var envelope = asked.getNow();
        try {
            var response = envelope.content();
            if (response.code().equals(DnsResponseCode.NXDOMAIN)
                    || response.code().equals(DnsResponseCode.NOERROR)) {
                sink.success(texts(response));
            } else {
                sink.error(new UnknownHostException(response.code().toString()));
            }
        } finally {
            envelope.release();
        }
    }

    /** A resolver has followed the CNAMEs; what it found at their end counts. */
    private static List<String> texts(DnsResponse response) {
        var values = new ArrayList<String>();
        for (var n = 0; n < response.count(DnsSection.ANSWER); n++) {
            if (response.recordAt(DnsSection.ANSWER, n) instanceof DnsRawRecord record
                    && record.type().equals(DnsRecordType.TXT)) {
                values.add(text(record.content()));
            }
        }
        return values;
    }

    /** A long value comes in pieces, each after its length. */
    private static String text(ByteBuf content) {
        var text = new StringBuilder();
        while (content.isReadable()) {
            var length = Math.min(content.readUnsignedByte(), content.readableBytes());
            text.append(content.readCharSequence(length, StandardCharsets.UTF_8));
        }
        return text.toString().strip();
    }

    /** Written by strangers: no control characters, and not more than a page can show. */
    private static List<String> shown(List<String> values) {
        return values.stream()
                .limit(VALUES_SHOWN)
                .map(value -> value.replaceAll("[\\p{Cntrl}\uFFFD]", "?"))
                .map(value -> value.substring(0, Math.min(VALUE_SHOWN, value.length())))
                .toList();
    }

    /**
     * @param seen what stands there, for people
     */
    record Look(Finding finding, List<String> seen) {
        Look {
            seen = List.copyOf(seen);
        }
    }
}
