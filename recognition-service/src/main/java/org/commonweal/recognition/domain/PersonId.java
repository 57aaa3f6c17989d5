package org.commonweal.recognition.domain;

import java.util.UUID;

/** A person, member or not: people of an imported history can be credited too. */
public record PersonId(UUID value) {}
