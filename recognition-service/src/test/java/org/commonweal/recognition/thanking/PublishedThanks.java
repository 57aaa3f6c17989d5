package org.commonweal.recognition.thanking;

/** Lets the one test of all contracts reach a record that is this folder's own. */
public final class PublishedThanks {

    public static final Class<? extends Record> TYPE = ThankedV1.class;

    private PublishedThanks() {}
}
