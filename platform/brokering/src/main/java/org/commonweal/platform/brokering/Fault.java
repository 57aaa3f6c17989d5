package org.commonweal.platform.brokering;

/** Why a provider could not be connected; each has its words in the client. */
public enum Fault {
    ADDRESS_NOT_ALLOWED,
    NO_ANSWER,
    NO_DESCRIPTION,
    OTHER_ISSUER,
    NO_KEYS,
    CLIENT_UNKNOWN,
    NOT_ACCEPTED,
    DOMAIN_TAKEN
}
