package org.commonweal.gateway.cluster;

import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.commonweal.gateway.login.Begun;
import org.commonweal.gateway.login.Tokens;
import org.commonweal.gateway.seal.Seal;
import org.commonweal.gateway.seal.Seal.Purpose;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.security.jackson.SecurityJacksonModules;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * A session's values as they lie in Valkey: JSON, of types that are named as safe, sealed. Whoever
 * reads the store, or a copy of it, finds no token and no name.
 */
final class SealedJson implements RedisSerializer<Object> {

    private static final Logger LOG = LoggerFactory.getLogger(SealedJson.class);

    private final Seal seal;
    private final JsonMapper json;

    SealedJson(Seal seal) {
        this.seal = seal;
        BasicPolymorphicTypeValidator.Builder types =
                BasicPolymorphicTypeValidator.builder()
                        .allowIfSubType(Tokens.class)
                        .allowIfSubType(Begun.class)
                        // What a claim may hold, beside text.
                        .allowIfSubType(Number.class)
                        .allowIfSubType(Collection.class)
                        .allowIfSubType(Map.class)
                        .allowIfSubType(URL.class);
        json =
                JsonMapper.builder()
                        .addModules(
                                SecurityJacksonModules.getModules(
                                        SealedJson.class.getClassLoader(), types))
                        .build();
    }

    String seal(Object value) {
        byte[] bytes = json.writerFor(Object.class).writeValueAsBytes(value);
        return seal.seal(Purpose.SESSION, bytes);
    }

    /** The value, or {@link Unreadable} when it was sealed elsewhere or has another shape. */
    Object open(String sealed) {
        return seal.open(Purpose.SESSION, sealed).<Object>map(this::read).orElse(Unreadable.VALUE);
    }

    private Object read(byte[] opened) {
        try {
            return json.readValue(opened, Object.class);
        } catch (JacksonException other) {
            LOG.warn("session value of another shape cause={}", other.getOriginalMessage());
            return Unreadable.VALUE;
        }
    }

    @Override
    public byte[] serialize(@Nullable Object value) {
        return seal(Objects.requireNonNull(value)).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public @Nullable Object deserialize(byte @Nullable [] bytes) {
        return bytes == null ? null : open(new String(bytes, StandardCharsets.US_ASCII));
    }

    /** Stands for what cannot be read here: the secret has changed, or the release. */
    enum Unreadable {
        VALUE
    }
}
