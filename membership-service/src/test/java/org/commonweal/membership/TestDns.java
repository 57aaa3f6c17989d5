package org.commonweal.membership;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.handler.codec.dns.DatagramDnsQuery;
import io.netty.handler.codec.dns.DatagramDnsQueryDecoder;
import io.netty.handler.codec.dns.DatagramDnsResponse;
import io.netty.handler.codec.dns.DatagramDnsResponseEncoder;
import io.netty.handler.codec.dns.DefaultDnsRawRecord;
import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.handler.codec.dns.DnsResponseCode;
import io.netty.handler.codec.dns.DnsSection;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A DNS server on loopback that knows the TXT records which a test has set. */
final class TestDns {

    private static final int PIECE_MOST = 255;

    private final Map<String, List<String>> records = new ConcurrentHashMap<>();
    private final Map<String, DnsResponseCode> failures = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final Channel channel;

    private TestDns() throws InterruptedException {
        channel =
                new Bootstrap()
                        .group(new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory()))
                        .channel(NioDatagramChannel.class)
                        .handler(
                                new ChannelInitializer<>() {
                                    @Override
                                    protected void initChannel(Channel socket) {
                                        socket.pipeline()
                                                .addLast(
                                                        new DatagramDnsQueryDecoder(),
                                                        new DatagramDnsResponseEncoder(),
                                                        new Answering());
                                    }
                                })
                        .bind("127.0.0.1", 0)
                        .sync()
                        .channel();
    }

    static TestDns start() {
        try {
            return new TestDns();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    String address() {
        return "127.0.0.1:" + ((InetSocketAddress) channel.localAddress()).getPort();
    }

    /** No values: the name is not there. */
    void set(String name, String... values) {
        failures.remove(name);
        records.put(name, List.of(values));
    }

    void fails(String name, DnsResponseCode code) {
        failures.put(name, code);
    }

    /** From now on there is no answer at all about this name. */
    void isSilentAbout(String name) {
        failures.put(name, DnsResponseCode.NOTZONE);
    }

    int asked() {
        return asked.get();
    }

    private final class Answering extends SimpleChannelInboundHandler<DatagramDnsQuery> {

        @Override
        protected void channelRead0(ChannelHandlerContext socket, DatagramDnsQuery query) {
            asked.incrementAndGet();
            var question = query.recordAt(DnsSection.QUESTION);
            var name =
                    question.name()
                            .substring(0, question.name().length() - 1)
                            .toLowerCase(Locale.ROOT);
            var failure = failures.get(name);
            if (DnsResponseCode.NOTZONE.equals(failure)) {
                return;
            }
            var response =
                    new DatagramDnsResponse(
                            /* sender= */ query.recipient(),
                            /* recipient= */ query.sender(),
                            query.id());
            response.addRecord(DnsSection.QUESTION, question);
            var values = records.getOrDefault(name, List.of());
            if (failure != null) {
                response.setCode(failure);
            } else if (values.isEmpty()) {
                response.setCode(DnsResponseCode.NXDOMAIN);
            }
            for (var value : values) {
                response.addRecord(
                        DnsSection.ANSWER,
                        new DefaultDnsRawRecord(
                                question.name(), DnsRecordType.TXT, 60, pieces(value)));
            }
            socket.writeAndFlush(response);
        }

        private static io.netty.buffer.ByteBuf pieces(String value) {
            var buffer = Unpooled.buffer();
            for (var from = 0; from < value.length(); from += PIECE_MOST) {
                var piece = value.substring(from, Math.min(from + PIECE_MOST, value.length()));
                buffer.writeByte(piece.length());
                buffer.writeCharSequence(piece, StandardCharsets.US_ASCII);
            }
            return buffer;
        }
    }
}
