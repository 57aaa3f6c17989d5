package org.commonweal.platform.messaging;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Builds a service's read models anew from what the relay has replayed for it ({@code --replay-for
 * <service>}), while the service is down. Arguments: the service's name. Environment: that of the
 * service, and that of {@link Migrate}.
 *
 * <p>It refuses, before anything is changed, when the service runs, when the replay is not whole,
 * and when the service has no read models. It can be repeated, and must be when it has failed:
 * until then the service takes nothing in.
 */
public final class Rebuild {

    private static final long LIMIT_SECONDS = 20;

    private final ApplicationContext service;
    private final MessagingProperties properties;
    private final ReadModels models;

    private Rebuild(ApplicationContext service, ReadModels.Owner owner) {
        this.service = service;
        this.properties = service.getBean(MessagingProperties.class);
        this.models = new ReadModels(properties, owner);
    }

    /** Why nothing was done. */
    public static final class RefusedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        RefusedException(String why) {
            super(why);
        }
    }

    public static void main(String[] arguments) throws ClassNotFoundException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("usage: Rebuild <service>");
        }
        try {
            var facts = readModels(application(arguments[0]));
            System.out.println("rebuilt service=" + arguments[0] + " facts=" + facts);
        } catch (RefusedException refused) {
            System.err.println("refused: " + refused.getMessage());
            System.exit(2);
        }
    }

    /** The one name that the class of a service's start can have. */
    private static Class<?> application(String service) throws ClassNotFoundException {
        var name = service.substring(0, 1).toUpperCase(Locale.ROOT) + service.substring(1);
        return Class.forName("org.commonweal.%s.%sServiceApplication".formatted(service, name));
    }

    /**
     * Starts the parts of a service that take facts in, and has them take all of them in again.
     *
     * @param settings as the service's own arguments, where they differ from its defaults
     * @return how many facts there were
     */
    public static long readModels(Class<?> application, String... settings) {
        var owner = Migrate.owner(System.getenv());
        return readModels(application, owner.url(), owner.user(), owner.password(), settings);
    }

    /** As the owner of the schema that is named here. */
    public static long readModels(
            Class<?> application, String url, String user, String password, String... settings) {
        try (var service =
                new SpringApplicationBuilder(application)
                        .web(WebApplicationType.NONE)
                        .lazyInitialization(true)
                        .properties(Map.of("commonweal.consume", "false"))
                        .run(settings)) {
            return new Rebuild(service, new ReadModels.Owner(url, user, password)).run();
        }
    }

    private long run() {
        var kafka = service.getBean(KafkaAdmin.class).getConfigurationProperties();
        try (var admin = Admin.create(kafka)) {
            refuseWhileItRuns(admin);
            refuseWithoutReplay(admin);
            try (var facts = new ReplayedFacts(consumers(), properties.service())) {
                return run(admin, facts);
            }
        }
    }

    private long run(Admin admin, ReplayedFacts facts) {
        var handlers = List.copyOf(service.getBeansOfType(EventHandler.class).values());
        var reached = facts.reached(List.of(MessagingConfiguration.topics(handlers)));
        models.empty();
        var listener = service.getBean(EventListener.class);
        var count = facts.handOver(listener::onMessage);
        models.enforce();
        goOnFrom(admin, reached);
        models.open();
        return count;
    }

    @SuppressWarnings("unchecked")
    private ConsumerFactory<String, byte[]> consumers() {
        return service.getBean(ConsumerFactory.class);
    }

    private void refuseWhileItRuns(Admin admin) {
        try {
            var group = admin.describeConsumerGroups(List.of(properties.group())).all();
            if (!await(group).values().iterator().next().members().isEmpty()) {
                throw new RefusedException(
                        properties.service() + "-service runs: stop it first, then try again");
            }
        } catch (IllegalStateException e) {
            if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                throw e;
            }
        }
    }

    private void refuseWithoutReplay(Admin admin) {
        if (!await(admin.listTopics().names())
                .contains(ReplayedFacts.topicOf(properties.service()))) {
            throw ReplayedFacts.notWhole();
        }
    }

    /** The broker refuses it, too, when the service has been started meanwhile. */
    private void goOnFrom(Admin admin, Map<TopicPartition, Long> reached) {
        var offsets =
                reached.entrySet().stream()
                        .collect(
                                toMap(
                                        Map.Entry::getKey,
                                        one -> new OffsetAndMetadata(one.getValue())));
        await(admin.alterConsumerGroupOffsets(properties.group(), offsets).all());
    }

    private static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker refuses: " + e.getMessage(), e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("the broker does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
