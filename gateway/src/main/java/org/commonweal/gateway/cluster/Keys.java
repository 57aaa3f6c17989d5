package org.commonweal.gateway.cluster;

/** The names of everything that the gateways keep in Valkey. */
final class Keys {

    static final String NAMESPACE = "commonweal:gateway";

    /** Where a pod tells the others which session has ended. */
    static final String ENDED_CHANNEL = NAMESPACE + ":session-ended";

    private Keys() {}

    /** As Spring Session names it within the namespace. */
    static String session(String id) {
        return NAMESPACE + ":sessions:" + id;
    }

    /** The field of one attribute, as Spring Session names it. */
    static String attribute(String name) {
        return "sessionAttr:" + name;
    }

    static String providerSession(String id) {
        return NAMESPACE + ":provider-session:" + id;
    }

    static String subject(String id) {
        return NAMESPACE + ":subject:" + id;
    }

    static String logoutToken(String id) {
        return NAMESPACE + ":logout-token:" + id;
    }

    static String turn(String session) {
        return NAMESPACE + ":turn:" + session;
    }

    static String bucket(String login) {
        return NAMESPACE + ":bucket:" + login;
    }
}
