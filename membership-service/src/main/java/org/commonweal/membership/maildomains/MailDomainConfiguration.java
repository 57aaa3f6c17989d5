package org.commonweal.membership.maildomains;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.SequentialDnsServerAddressStreamProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The resolver that is asked for challenges: without a cache, one thread, over TCP if it must. */
@Configuration(proxyBeanMethods = false)
class MailDomainConfiguration {

    @Bean(destroyMethod = "shutdownGracefully")
    EventLoopGroup resolving() {
        return new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    }

    @Bean(destroyMethod = "close")
    DnsNameResolver resolver(EventLoopGroup resolving, MailDomainProperties properties) {
        var builder =
                new DnsNameResolverBuilder(resolving.next())
                        .datagramChannelType(NioDatagramChannel.class)
                        .socketChannelType(NioSocketChannel.class)
                        .queryTimeoutMillis(properties.answerWithin().toMillis());
        var address = properties.resolverAddress();
        return address == null
                ? builder.build()
                : builder.nameServerProvider(new SequentialDnsServerAddressStreamProvider(address))
                        .build();
    }
}
