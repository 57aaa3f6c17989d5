package org.commonweal.membership.domain;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A domain in the one form that DNS compares: lower case, punycode, without a final dot. */
public record DomainName(String value) {

    private static final Pattern FORM =
            Pattern.compile(
                    "(?=.{4,240}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+"
                            + "[a-z]([a-z0-9-]{0,61}[a-z0-9])");

    /** Letters that the older and the newer rules of IDN take for different domains. */
    private static final Pattern AMBIGUOUS = Pattern.compile("[ßẞς\u200c\u200d]");

    public DomainName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a domain name");
        }
    }

    /** Empty when it is no name of a domain below a top-level one, or not surely which. */
    public static Optional<DomainName> of(String text) {
        var name = text.strip();
        if (name.endsWith(".")) {
            name = name.substring(0, name.length() - 1);
        }
        if (AMBIGUOUS.matcher(name).find()) {
            return Optional.empty();
        }
        try {
            var ascii = IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return FORM.matcher(ascii).matches()
                    ? Optional.of(new DomainName(ascii))
                    : Optional.empty();
        } catch (IllegalArgumentException notAName) {
            return Optional.empty();
        }
    }

    public static Optional<DomainName> ofAddress(String email) {
        return of(email.substring(email.lastIndexOf('@') + 1));
    }

    /** As people write it. */
    public String shown() {
        return IDN.toUnicode(value);
    }

    /** True of the domain itself and of all below it. */
    public boolean isWithin(DomainName other) {
        return value.equals(other.value) || value.endsWith("." + other.value);
    }
}
