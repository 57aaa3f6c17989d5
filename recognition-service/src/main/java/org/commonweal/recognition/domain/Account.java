package org.commonweal.recognition.domain;

/** Where credit lies. Each alliance has one group account and one that credit is issued from. */
public sealed interface Account {

    /** What a person is owed thanks for. */
    record Person(PersonId holder) implements Account {}

    /** What the members gained together. */
    record Group() implements Account {}

    /** The other side of every credit: how much was issued. */
    record Issuance() implements Account {}
}
