package org.commonweal.platform.web;

import java.text.Normalizer;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Text from clients: NFC, and without control characters or halves of surrogate pairs. */
final class StrictText extends StdScalarDeserializer<String> {

    private StrictText() {
        super(String.class);
    }

    static SimpleModule module() {
        return new SimpleModule("strict-text").addDeserializer(String.class, new StrictText());
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        var text = parser.getValueAsString();
        if (text == null) {
            return (String) context.handleUnexpectedToken(String.class, parser);
        }
        if (text.codePoints().anyMatch(StrictText::isForbidden)) {
            throw context.weirdStringException(
                    "", String.class, "has a control character or half a surrogate pair");
        }
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static boolean isForbidden(int character) {
        return character != '\n'
                && character != '\r'
                && character != '\t'
                && (Character.isISOControl(character)
                        || Character.getType(character) == Character.SURROGATE);
    }
}
